package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which flow is trusted, of pictures and flows that are made up. */
class FlowCellsTest {
    private static final FrameSize FOUND = new FrameSize(40, 24);

    private final Arena arena = Arena.ofAuto();
    private final MemorySegment newer = arena.allocate(FOUND.pixels());
    private final MemorySegment older = arena.allocate(FOUND.pixels());
    private final MemorySegment there = arena.allocate(8L * FOUND.pixels(), 4);
    private final MemorySegment back = arena.allocate(8L * FOUND.pixels(), 4);

    private interface Picture {
        int at(int x, int y);
    }

    private static void paint(MemorySegment to, Picture picture) {
        for (int y = 0; y < FOUND.height(); y++) {
            for (int x = 0; x < FOUND.width(); x++) {
                to.set(ValueLayout.JAVA_BYTE, (long) y * FOUND.width() + x, (byte) picture.at(x, y));
            }
        }
    }

    private static void flow(MemorySegment to, float right, float down) {
        flow(to, right, down, 0, FOUND.width());
    }

    /** In some columns. */
    private static void flow(MemorySegment to, float right, float down, int from, int end) {
        for (long i = 0; i < FOUND.pixels(); i++) {
            if (i % FOUND.width() >= from && i % FOUND.width() < end) {
                to.set(ValueLayout.JAVA_FLOAT, 8 * i, right);
                to.set(ValueLayout.JAVA_FLOAT, 8 * i + 4, down);
            }
        }
    }

    /** The cells for frames of so many times the found size. */
    private long[] cells(int times) {
        FrameSize frame = new FrameSize(FOUND.width() * times, FOUND.height() * times);
        MemorySegment cells = arena.allocate(FlowGrid.bytes(frame), 8);
        assertTrue(new FlowCells(frame, FOUND, false).fill(newer, older, there, back, cells));
        return cells.toArray(ValueLayout.JAVA_LONG);
    }

    private static int waves(double x, double y) {
        return (int) Math.round(128 + 60 * Math.sin(x * 0.9) + 60 * Math.cos(y * 0.7));
    }

    @Test
    void whatMovesAsTheFlowSaysIsTrusted() {
        paint(newer, FlowCellsTest::waves);
        paint(older, (x, y) -> waves(x - 2, y - 1));
        flow(there, 2, 1);
        flow(back, -2, -1);
        long[] cells = cells(2);
        long middle = cells[12 * FOUND.width() + 20];
        assertEquals(FlowGrid.FULL_TRUST, FlowGrid.trust(middle));
        assertEquals(2 * 2 * 16, FlowGrid.forwardX(middle));
        assertEquals(2 * 16, FlowGrid.forwardY(middle));
        assertEquals(-2 * 2 * 16, FlowGrid.backwardX(middle));
        assertEquals(-2 * 16, FlowGrid.backwardY(middle));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void flowFoundInAnotherSizeIsOfThePicturesOwnPixels(int times) {
        paint(newer, FlowCellsTest::waves);
        paint(older, (x, y) -> waves(x - 2, y));
        flow(there, 2, 0);
        flow(back, -2, 0);
        long[] cells = cells(times);
        long middle = cells[cells.length / 2 + FOUND.width() * times / 4];
        assertEquals(2 * times * 16, FlowGrid.forwardX(middle));
        assertEquals(FlowGrid.FULL_TRUST, FlowGrid.trust(middle));
    }

    @Test
    void whereNothingMovedTheCellIsNothingWhateverTheFlowSays() {
        Random random = new Random(5);
        paint(newer, (x, y) -> random.nextInt(256));
        older.copyFrom(newer);
        flow(there, 3, -2);
        flow(back, -3, 2);
        for (long cell : cells(2)) {
            assertEquals(0, cell);
        }
    }

    @Test
    void whatStandsBesideSomethingThatMovesStaysStill() {
        Picture still = (x, y) -> (x * 37 + y * 91) % 251;
        paint(newer, (x, y) -> x < 20 ? still.at(x, y) : waves(x, y));
        paint(older, (x, y) -> x < 20 ? still.at(x, y) : waves(x - 2, y));
        flow(there, 2, 0, 18, FOUND.width());
        flow(back, -2, 0, 18, FOUND.width());
        long[] cells = cells(2);
        for (int y = 0; y < FOUND.height(); y++) {
            for (int x = 0; x < 20; x++) {
                assertEquals(0, cells[y * FOUND.width() + x], x + ", " + y);
            }
        }
        assertTrue(FlowGrid.trust(cells[12 * FOUND.width() + 30]) > 0);
    }

    /** Such as a speck on the lens, before what moves: the frames agree half way, but not all along it. */
    @Test
    void whatStandsBeforeSomethingThatMovesStaysStill() {
        Picture speck = (x, y) -> 128 + y - x;
        paint(newer, (x, y) -> isSpeck(x, y) ? speck.at(x, y) : waves(x, y));
        paint(older, (x, y) -> isSpeck(x, y) ? speck.at(x, y) : waves(x - 4, y - 2));
        flow(there, 4, 2);
        flow(back, -4, -2);
        long[] cells = cells(2);
        assertEquals(0, cells[12 * FOUND.width() + 20]);
        assertEquals(FlowGrid.FULL_TRUST, FlowGrid.trust(cells[12 * FOUND.width() + 28]));
    }

    private static boolean isSpeck(int x, int y) {
        return x / 2 == 10 && y / 2 == 6;
    }

    @Test
    void flowThatDoesNotLeadBackIsNotTrusted() {
        paint(newer, FlowCellsTest::waves);
        paint(older, (x, y) -> waves(x - 2, y));
        flow(there, 2, 0);
        flow(back, -2, 0);
        flow(back, 6, 0, 0, 12);
        long[] cells = cells(2);
        for (int i = 0; i < cells.length; i++) {
            if (i % FOUND.width() < 8) {
                assertEquals(0, cells[i], "cell " + i);
            }
        }
        assertTrue(FlowGrid.trust(cells[12 * FOUND.width() + 30]) > 0);
    }

    /** What repeats itself agrees along many ways. */
    @Test
    void flowThatAgreesByChanceButDoesNotLeadBackIsNotTrusted() {
        Picture repeated = (x, y) -> (int) Math.round(128 + 60 * Math.sin(x * Math.PI / 4) + 60 * Math.cos(y * 0.7));
        paint(newer, repeated);
        paint(older, (x, y) -> repeated.at(x - 2, y));
        flow(there, 2, 0);
        flow(back, -2, 0);
        assertEquals(FlowGrid.FULL_TRUST, FlowGrid.trust(cells(2)[12 * FOUND.width() + 20]));
        flow(back, -2 + 4 * 8, 0);
        assertEquals(0, FlowGrid.trust(cells(2)[12 * FOUND.width() + 20]));
    }

    @Test
    void whatMayAsWellHaveGoneTheOtherWayIsNotTrusted() {
        Picture repeated = (x, y) -> (int) Math.round(128 + 60 * Math.sin(x * Math.PI / 4) + y);
        paint(newer, repeated);
        for (int way = 1; way <= 4; way++) {
            int moved = way;
            paint(older, (x, y) -> repeated.at(x - moved, y));
            flow(there, way, 0);
            flow(back, -way, 0);
            int trust = FlowGrid.trust(cells(2)[12 * FOUND.width() + 20]);
            assertEquals(way <= 2 ? FlowGrid.FULL_TRUST : way == 4 ? 0 : trust, trust, "moved by " + way);
        }
    }

    @Test
    void aCutIsNotBridged() {
        Random random = new Random(3);
        paint(newer, FlowCellsTest::waves);
        paint(older, (x, y) -> random.nextInt(256));
        flow(there, 2, 2);
        flow(back, -2, -2);
        FrameSize frame = new FrameSize(80, 48);
        MemorySegment cells = arena.allocate(FlowGrid.bytes(frame), 8);
        assertFalse(new FlowCells(frame, FOUND, false).fill(newer, older, there, back, cells));
    }

    /** The trust in the middle of frames twice as large. */
    private int trustInTheMiddle(FlowCells filling) {
        FrameSize frame = new FrameSize(2 * FOUND.width(), 2 * FOUND.height());
        MemorySegment cells = arena.allocate(FlowGrid.bytes(frame), 8);
        assertTrue(filling.fill(newer, older, there, back, cells));
        return FlowGrid.trust(cells.toArray(ValueLayout.JAVA_LONG)[12 * FOUND.width() + 20]);
    }

    private void moves(int right, int down) {
        paint(newer, FlowCellsTest::waves);
        paint(older, (x, y) -> waves(x - right, y - down));
        flow(there, right, down);
        flow(back, -right, -down);
    }

    private static FlowCells ofMotion() {
        return new FlowCells(new FrameSize(2 * FOUND.width(), 2 * FOUND.height()), FOUND, true);
    }

    @Test
    void whatGoesOnAsBeforeIsTrustedAndBeforeThatHalf() {
        FlowCells filling = ofMotion();
        moves(2, 1);
        assertEquals(FlowGrid.FULL_TRUST / 2.0, trustInTheMiddle(filling), 1);
        assertEquals(FlowGrid.FULL_TRUST, trustInTheMiddle(filling));
        moves(2, 2);
        assertEquals(FlowGrid.FULL_TRUST, trustInTheMiddle(filling));
        filling.startOver();
        assertEquals(FlowGrid.FULL_TRUST / 2.0, trustInTheMiddle(filling), 1);
    }

    @Test
    void whatTurnsBackIsNotTrusted() {
        FlowCells filling = ofMotion();
        moves(2, 1);
        trustInTheMiddle(filling);
        moves(-2, -1);
        assertEquals(0, trustInTheMiddle(filling));
        assertEquals(FlowGrid.FULL_TRUST, trustInTheMiddle(filling));
    }

    @Test
    void flowAcrossACutSaysNothingOfWhatFollows() {
        FlowCells filling = ofMotion();
        moves(2, 1);
        trustInTheMiddle(filling);
        Random random = new Random(3);
        paint(older, (x, y) -> random.nextInt(256));
        flow(there, -2, 2);
        MemorySegment cells = arena.allocate(FlowGrid.bytes(new FrameSize(80, 48)), 8);
        assertFalse(filling.fill(newer, older, there, back, cells));
        moves(2, 1);
        assertEquals(FlowGrid.FULL_TRUST / 2.0, trustInTheMiddle(filling), 1);
    }

    @Test
    void betweenViewsNothingNeedsToGoOn() {
        FlowCells filling = new FlowCells(new FrameSize(2 * FOUND.width(), 2 * FOUND.height()), FOUND, false);
        moves(2, 1);
        assertEquals(FlowGrid.FULL_TRUST, trustInTheMiddle(filling));
        moves(-2, -1);
        assertEquals(FlowGrid.FULL_TRUST, trustInTheMiddle(filling));
    }
}

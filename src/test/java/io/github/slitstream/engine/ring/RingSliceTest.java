package io.github.slitstream.engine.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FramePacking;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.frame.Slice.Direction;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PackedFrames;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slice holds the same line of every frame that the ring holds. */
class RingSliceTest {
    private static final int CAPACITY = 6;

    @ParameterizedTest
    @CsvSource({"X_T, 0, 9", "X_T, 0.6, 4", "X_T, 1, 9", "Y_T, 0, 9", "Y_T, 0.25, 9", "Y_T, 0.6, 1", "Y_T, 1, 9"})
    void pixelsAreThoseOfTheirMoment(Direction direction, double at, int published) {
        for (FrameSize size : List.of(new FrameSize(13, 7), new FrameSize(8, 5), new FrameSize(1, 1))) {
            check(new Slice(direction, at), size, published, null);
            check(new Slice(direction, at), size, published, new PackedFrames(Kernels.get()));
        }
    }

    private static void check(Slice slice, FrameSize size, int published, @Nullable FramePacking packing) {
        Random random = new Random(5);
        List<Frame> kept = new ArrayList<>();
        try (FrameRing ring = new FrameRing(size, 1, CAPACITY, packing, FlowAxis.NONE)) {
            for (int i = 0; i < published; i++) {
                Frame slot = Objects.requireNonNull(ring.claim());
                for (int pixel = 0; pixel < size.pixels(); pixel++) {
                    slot.pixels().setAtIndex(ValueLayout.JAVA_INT, pixel, random.nextInt() | 0xff000000);
                }
                kept.add(packed(slot, packing));
                ring.publish(i);
                ring.newest();
            }
            List<Frame> last = kept.subList(Math.max(0, published - CAPACITY), published);
            Frame cut = RingSlice.cut(ring.newest(), slice, Kernels.get());
            boolean rows = slice.direction() == Direction.X_T;
            assertEquals(rows ? new FrameSize(size.width(), last.size()) : new FrameSize(last.size(), size.height()),
                    cut.size());
            int line = (int) Math.round(slice.at() * ((rows ? size.height() : size.width()) - 1));
            for (int moment = 0; moment < last.size(); moment++) {
                for (int i = 0; i < (rows ? size.width() : size.height()); i++) {
                    int expected = rows ? pixel(last.get(moment), line, i) : pixel(last.get(moment), i, line);
                    int actual = rows ? pixel(cut, moment, i) : pixel(cut, i, moment);
                    assertEquals(expected, actual, slice + " of " + size + " at moment " + moment + ", " + i);
                }
            }
        }
    }

    /** The frame as it comes back from where it is kept. */
    private static Frame packed(Frame frame, @Nullable FramePacking packing) {
        Frame copy = Frame.allocate(frame.size(), Arena.ofAuto());
        copy.copyFrom(frame);
        if (packing != null) {
            var memory = Arena.ofAuto().allocate(packing.bytes(frame.size()));
            packing.pack(frame, memory, 0);
            packing.unpack(memory, 0, copy);
        }
        return copy;
    }

    private static int pixel(Frame frame, int row, int column) {
        return frame.pixels().getAtIndex(ValueLayout.JAVA_INT, (long) row * frame.size().width() + column);
    }

    @Test
    void theMiddleIsTheMiddle() {
        assertEquals(2, new Slice(Direction.X_T, 0.5).line(new FrameSize(9, 5)));
        assertEquals(4, new Slice(Direction.Y_T, 0.5).line(new FrameSize(9, 5)));
    }
}

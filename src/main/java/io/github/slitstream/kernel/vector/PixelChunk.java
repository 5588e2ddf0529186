package io.github.slitstream.kernel.vector;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.FlowPoint;
import io.github.slitstream.kernel.Kernels;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Some pixels of a row on their way between two frames: fetched one by one, since every one of them looks at places of
 * its own, then blended in registers. What is fetched lies in planes of ints, one for each kind.
 */
final class PixelChunk {
    /** Pixels at a time: what is fetched stays in the nearest cache. */
    static final int PIXELS = 128;

    private static final long PLANE = (long) PIXELS * PixelLanes.BYTES;
    /** The pixels themselves in both frames, the weight of the older one, and the trust of the flow. */
    private static final int NEWER = 0;
    private static final int OLDER = 1;
    private static final int WEIGHTS = 2;
    private static final int TRUSTS = 3;
    /** Two by two pixels around a point, and where it lies between them. Their blend takes the first one's place. */
    private static final int TOP_RIGHT = 1;
    private static final int BOTTOM_LEFT = 2;
    private static final int BOTTOM_RIGHT = 3;
    private static final int ACROSS = 4;
    private static final int DOWN = 5;
    /** Such planes of points in the newer and in the older frame. */
    private static final int ALONG_NEWER = 4;
    private static final int ALONG_OLDER = 10;
    /** The cells of the flow, of two ints each. */
    private static final int CELLS = 16;
    private static final int PLANES = 18;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(PixelLanes.ORDER);
    private static final ValueLayout.OfLong CELL = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(PixelLanes.ORDER);

    private static final ThreadLocal<PixelChunk> OWN = ThreadLocal.withInitial(PixelChunk::new);

    private final MemorySegment memory = Arena.ofAuto().allocate(PLANES * PLANE, PixelLanes.BLOCK);
    private final long planes = memory.address();
    private FrameSize size = new FrameSize(1, 1);
    private int row;
    private long[] starts = {};
    private long[] flowStarts = {};
    private int[] delays = {};
    private int firstDelay;
    private long frames;
    private long cells;
    private int column;
    private int count;
    private long out;
    private boolean moves;

    private PixelChunk() {}

    /** The one of this thread: a kernel allocates nothing while it works. */
    static PixelChunk ofThisThread() {
        return OWN.get();
    }

    /**
     * Takes on a row.
     *
     * @param newFrames address of all frames, checked for every age
     */
    void begin(long newFrames, long[] ageOffsets, Delays ofDelays, int newRow, FrameSize newSize) {
        frames = newFrames;
        starts = ageOffsets;
        delays = ofDelays.ofPixels();
        firstDelay = ofDelays.firstPixel(newRow);
        row = newRow;
        size = newSize;
    }

    /**
     * Takes on the flow of the row that was begun.
     *
     * @param newCells address to which the starts of flows are added, checked for every age
     */
    void follow(long newCells, FrameFlows flows) {
        cells = newCells + FlowGrid.offset(size, row);
        flowStarts = flows.starts();
    }

    /** Moves on to some pixels of the row, {@value #PIXELS} at most. */
    void moveTo(int firstColumn, int pixels, long to) {
        column = firstColumn;
        count = pixels;
        out = to;
        moves = false;
    }

    int count() {
        return count;
    }

    int column() {
        return column;
    }

    int row() {
        return row;
    }

    FrameSize size() {
        return size;
    }

    int delay(int pixel) {
        return delays[firstDelay + column + pixel];
    }

    /** Address of the frame of an age. */
    long frame(int age) {
        return frames + starts[age];
    }

    /**
     * Keeps the cells of all pixels and how these are blended, before anything depends on one of them: what comes from
     * far away in memory then comes together, instead of holding up one pixel after another.
     */
    void keepCells() {
        for (int i = 0; i < count; i++) {
            int delay = delay(i);
            long cell = cell(i, delay);
            NativeMemory.EVERYWHERE.set(CELL, plane(CELLS) + (long) i * FlowGrid.CELL_BYTES, cell);
            set(WEIGHTS, i, delay & (Kernels.ONE_FRAME - 1));
            set(TRUSTS, i, FlowPoint.trust(cell));
            moves |= cell != 0;
        }
    }

    /** The cell that was kept of a pixel; 0 where it makes no difference. */
    long cell(int pixel) {
        return NativeMemory.EVERYWHERE.get(CELL, plane(CELLS) + (long) pixel * FlowGrid.CELL_BYTES);
    }

    private long cell(int pixel, int delay) {
        long start = flowStarts[delay >> Kernels.DELAY_BITS];
        if (start == FrameFlows.NONE || (delay & (Kernels.ONE_FRAME - 1)) == 0) {
            return 0;
        }
        return NativeMemory.EVERYWHERE.get(CELL,
                cells + start + (long) ((column + pixel) / FlowGrid.SIDE) * FlowGrid.CELL_BYTES);
    }

    /** Whether nothing but points shows where a cell says so: the pixels themselves have no weight there. */
    static boolean isTrusted(long cell) {
        return FlowPoint.trust(cell) == Kernels.ONE_FRAME;
    }

    /** Keeps a pixel as both frames have it. */
    void keepPixels(int pixel, int newer, int older) {
        set(NEWER, pixel, newer);
        set(OLDER, pixel, older);
    }

    /** Keeps how much of the older frame there is in a pixel that is made of points alone. */
    void keepWeight(int pixel, int weight) {
        set(WEIGHTS, pixel, weight);
    }

    /** Keeps the two by two pixels around a point of the newer frame, or of the older one. */
    void keepPoint(boolean older, int pixel, int topLeft, int topRight, int bottomLeft, int bottomRight, int across,
            int down) {
        int first = older ? ALONG_OLDER : ALONG_NEWER;
        set(first, pixel, topLeft);
        set(first + TOP_RIGHT, pixel, topRight);
        set(first + BOTTOM_LEFT, pixel, bottomLeft);
        set(first + BOTTOM_RIGHT, pixel, bottomRight);
        set(first + ACROSS, pixel, across);
        set(first + DOWN, pixel, down);
    }

    private void set(int plane, int pixel, int value) {
        NativeMemory.EVERYWHERE.set(INT, plane(plane) + (long) pixel * PixelLanes.BYTES, value);
    }

    /** Blends what was fetched into the output. Points that were not kept have no weight. */
    void blend() {
        if (moves) {
            sample(ALONG_NEWER);
            sample(ALONG_OLDER);
            PlaneBlend.blend(plane(ALONG_NEWER), plane(ALONG_OLDER), plane(WEIGHTS), plane(ALONG_NEWER), count);
            PlaneBlend.blend(plane(NEWER), plane(OLDER), plane(WEIGHTS), plane(NEWER), count);
            PlaneBlend.blend(plane(NEWER), plane(ALONG_NEWER), plane(TRUSTS), out, count);
        } else {
            PlaneBlend.blend(plane(NEWER), plane(OLDER), plane(WEIGHTS), out, count);
        }
    }

    /** Blends points alone into the output. Those of the older frame may be missing where they have no weight. */
    void blendPoints() {
        sample(ALONG_NEWER);
        sample(ALONG_OLDER);
        PlaneBlend.blend(plane(ALONG_NEWER), plane(ALONG_OLDER), plane(WEIGHTS), out, count);
    }

    /** Blends the pixels around points, first across, then down, into the plane of the first ones. */
    private void sample(int first) {
        PlaneBlend.blend(plane(first), plane(first + TOP_RIGHT), plane(first + ACROSS), plane(first), count);
        PlaneBlend.blend(plane(first + BOTTOM_LEFT), plane(first + BOTTOM_RIGHT), plane(first + ACROSS),
                plane(first + BOTTOM_LEFT), count);
        PlaneBlend.blend(plane(first), plane(first + BOTTOM_LEFT), plane(first + DOWN), plane(first), count);
    }

    private long plane(int number) {
        return planes + number * PLANE;
    }
}

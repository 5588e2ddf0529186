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
 * Some pixels of a row that are made of points between others: fetched one by one, since every one of them looks at
 * places of its own, then blended in registers. What is fetched lies in planes of ints, one for each kind.
 */
final class PixelChunk {
    /** Pixels at a time: what is fetched stays in the nearest cache. */
    static final int PIXELS = 128;

    /** In more frames than this, looking at the cells takes no longer than asking where there is flow. */
    private static final int MOST_MARKS = 8;

    private static final long PLANE = (long) PIXELS * PixelLanes.BYTES;
    /** The weights of the older frame and of the newer one, and the trust of the flow. */
    private static final int WEIGHTS = 0;
    private static final int RESTS = 1;
    private static final int TRUSTS = 2;
    /** What cells say of the newer frame and of the older one: across in the lower bits, down in the higher ones. */
    private static final int FORWARD = 3;
    private static final int BACKWARD = 4;
    /** Two by two pixels around a point, and where it lies between them. Their blend takes the first one's place. */
    private static final int TOP_RIGHT = 1;
    private static final int BOTTOM_LEFT = 2;
    private static final int BOTTOM_RIGHT = 3;
    private static final int ACROSS = 4;
    private static final int DOWN = 5;
    /** Column and row of the first of them. */
    private static final int LEFT = 6;
    private static final int TOP = 7;
    /** Such planes of points in the newer and in the older frame. */
    private static final int ALONG_NEWER = 5;
    private static final int ALONG_OLDER = 13;
    /** The cells of the flow, of two ints each. */
    private static final int CELLS = 21;
    private static final int PLANES = 23;

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
    private int[] blocks = {};
    private int firstBlock;
    private long frames;
    private long cells;
    private long marks;
    private int column;
    private int count;
    private long out;

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
        blocks = ofDelays.ofBlocks();
        firstBlock = ofDelays.firstBlock(newRow);
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
        marks = newCells + FlowGrid.marks(size, row);
        flowStarts = flows.starts();
    }

    /** Moves on to some pixels of the row, {@value #PIXELS} at most. */
    void moveTo(int firstColumn, int pixels, long to) {
        column = firstColumn;
        count = pixels;
        out = to;
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
     * Goes on with the pixels between the first block in which something moves and the last.
     *
     * @return whether there is such a block
     */
    boolean narrowToMoving() {
        int first = count;
        int end = 0;
        for (int from = 0; from < count; from += Delays.BLOCK) {
            if (moves(from)) {
                first = Math.min(first, from);
                end = from + Delays.BLOCK;
            }
        }
        if (end == 0) {
            return false;
        }
        column += first;
        out += (long) first * PixelLanes.BYTES;
        count = end - first;
        return true;
    }

    /** Whether something moves in a block: exactly, or, where it looks at few frames, in any of them. */
    private boolean moves(int from) {
        int block = (column + from) / Delays.BLOCK;
        int newest = Delays.newest(blocks[firstBlock + block]);
        int span = Delays.span(blocks[firstBlock + block]);
        if (span > MOST_MARKS) {
            return hasCells(from);
        }
        long words = marks + (long) (block / Long.SIZE) * Long.BYTES;
        long any = 0;
        for (int age = newest; age <= newest + span; age++) {
            long start = flowStarts[age];
            any |= start == FrameFlows.NONE ? 0 : NativeMemory.EVERYWHERE.get(CELL, words + start);
        }
        return (any >>> block % Long.SIZE & 1) != 0;
    }

    private boolean hasCells(int from) {
        long any = 0;
        for (int i = from; i < from + Delays.BLOCK; i++) {
            any |= cell(i, delay(i));
        }
        return any != 0;
    }

    /** Keeps the cells of all pixels before anything depends on one of them: they come from far away in memory. */
    void keepCells() {
        for (int i = 0; i < count; i++) {
            NativeMemory.EVERYWHERE.set(CELL, cells(i), cell(i, delay(i)));
        }
    }

    /** Finds out where the pixels are to be read, along the flow of the cells that were kept. */
    void placeAlongFlow() {
        for (int i = 0; i < count; i++) {
            long cell = NativeMemory.EVERYWHERE.get(CELL, cells(i));
            keepWeight(i, delay(i) & (Kernels.ONE_FRAME - 1));
            set(RESTS, i, Kernels.ONE_FRAME - (delay(i) & (Kernels.ONE_FRAME - 1)));
            set(TRUSTS, i, FlowPoint.trust(cell));
            set(FORWARD, i, FlowGrid.forward(cell));
            set(BACKWARD, i, FlowGrid.backward(cell));
        }
        place(ALONG_NEWER, FORWARD, WEIGHTS);
        place(ALONG_OLDER, BACKWARD, RESTS);
    }

    private void place(int first, int flows, int shares) {
        FlowPlaces.find(plane(flows), FlowPlaces.ACROSS, plane(shares), column, 1, size.width(), plane(first + LEFT),
                plane(first + ACROSS), count);
        FlowPlaces.find(plane(flows), FlowPlaces.DOWN, plane(shares), row, 0, size.height(), plane(first + TOP),
                plane(first + DOWN), count);
    }

    /** Whether there is flow at a pixel; without, its points have no weight. */
    boolean isAlongFlow(int pixel) {
        return NativeMemory.EVERYWHERE.get(CELL, cells(pixel)) != 0;
    }

    /** Column of the first of the pixels around a point of the newer frame, or of the older one. */
    int left(boolean older, int pixel) {
        return get((older ? ALONG_OLDER : ALONG_NEWER) + LEFT, pixel);
    }

    /** Row of the first of the pixels around a point of the newer frame, or of the older one. */
    int top(boolean older, int pixel) {
        return get((older ? ALONG_OLDER : ALONG_NEWER) + TOP, pixel);
    }

    private long cell(int pixel, int delay) {
        long start = flowStarts[delay >> Kernels.DELAY_BITS];
        if (start == FrameFlows.NONE || (delay & (Kernels.ONE_FRAME - 1)) == 0) {
            return 0;
        }
        return NativeMemory.EVERYWHERE.get(CELL,
                cells + start + (long) ((column + pixel) / FlowGrid.SIDE) * FlowGrid.CELL_BYTES);
    }

    /** Keeps how much of the older frame there is in a pixel. */
    void keepWeight(int pixel, int weight) {
        set(WEIGHTS, pixel, weight);
    }

    /** Keeps the two by two pixels around a point of the newer frame, or of the older one. */
    void keepPixels(boolean older, int pixel, int topLeft, int topRight, int bottomLeft, int bottomRight) {
        int first = older ? ALONG_OLDER : ALONG_NEWER;
        set(first, pixel, topLeft);
        set(first + TOP_RIGHT, pixel, topRight);
        set(first + BOTTOM_LEFT, pixel, bottomLeft);
        set(first + BOTTOM_RIGHT, pixel, bottomRight);
    }

    /** Keeps where a point lies between the pixels around it. */
    void keepFractions(boolean older, int pixel, int across, int down) {
        int first = older ? ALONG_OLDER : ALONG_NEWER;
        set(first + ACROSS, pixel, across);
        set(first + DOWN, pixel, down);
    }

    private int get(int plane, int pixel) {
        return NativeMemory.EVERYWHERE.get(INT, plane(plane) + (long) pixel * PixelLanes.BYTES);
    }

    private void set(int plane, int pixel, int value) {
        NativeMemory.EVERYWHERE.set(INT, plane(plane) + (long) pixel * PixelLanes.BYTES, value);
    }

    /** Blends points into the output, which holds the same pixels without flow, as far as the flow is trusted. */
    void blendAlongFlow() {
        sample(ALONG_NEWER);
        sample(ALONG_OLDER);
        PlaneBlend.blend(plane(ALONG_NEWER), plane(ALONG_OLDER), plane(WEIGHTS), plane(ALONG_NEWER), count);
        PlaneBlend.blend(out, plane(ALONG_NEWER), plane(TRUSTS), out, count);
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

    private long cells(int pixel) {
        return planes + CELLS * PLANE + (long) pixel * FlowGrid.CELL_BYTES;
    }
}

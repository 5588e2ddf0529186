package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.SUB;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.kernel.FlowPoint;
import java.util.stream.IntStream;
import jdk.incubator.vector.IntVector;

/** Where pixels are read along the flow, along one axis: {@link FlowPoint} for a register of them. */
final class FlowPlaces {
    /** Unused bits above that part of a flow which goes along an axis. */
    static final int ACROSS = Integer.SIZE - FlowGrid.COORDINATE_BITS;
    static final int DOWN = Integer.SIZE - 2 * FlowGrid.COORDINATE_BITS;

    private static final IntVector STEPS = IntVector.fromArray(PixelLanes.SPECIES,
            IntStream.range(0, PixelLanes.LANES).toArray(), 0);
    private static final IntVector HALF = IntVector.broadcast(PixelLanes.SPECIES, FlowPoint.HALF);
    private static final IntVector ZERO = IntVector.zero(PixelLanes.SPECIES);

    private FlowPlaces() {}

    /**
     * All parameters of type long are addresses, of an int for each pixel.
     *
     * @param flows as {@link FlowGrid#forward} gives them
     * @param above {@link #ACROSS} or {@link #DOWN}
     * @param shares of the flow that lie between the frame and the moment, 0 … 256
     * @param first coordinate of the first pixel
     * @param step from one pixel to the next, 1 or 0
     * @param side of the picture along the axis
     * @param wholes gets the column or row in front of each point
     * @param fractions gets how far behind that it lies
     * @param pixels a multiple of the pixels of a register
     */
    static void find(long flows, int above, long shares, int first, int step, int side, long wholes, long fractions,
            int pixels) {
        IntVector steps = STEPS.lanewise(MUL, IntVector.broadcast(PixelLanes.SPECIES, step << FlowPoint.BITS));
        IntVector last = IntVector.broadcast(PixelLanes.SPECIES, (side - 1) << FlowPoint.BITS);
        IntVector lastButOne = IntVector.broadcast(PixelLanes.SPECIES, side - 2);
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            IntVector flow = PixelLanes.load(flows + at).lanewise(LSHL, above).lanewise(ASHR, ACROSS);
            IntVector place = steps
                    .lanewise(ADD, IntVector.broadcast(PixelLanes.SPECIES, (first + i * step) << FlowPoint.BITS))
                    .lanewise(SUB, PixelLanes.load(shares + at).lanewise(MUL, flow)).lanewise(MAX, ZERO)
                    .lanewise(MIN, last);
            IntVector whole = place.lanewise(ASHR, FlowPoint.BITS).lanewise(MIN, lastButOne);
            whole.intoMemorySegment(NativeMemory.EVERYWHERE, wholes + at, PixelLanes.ORDER);
            place.lanewise(SUB, whole.lanewise(LSHL, FlowPoint.BITS)).lanewise(ADD, HALF)
                    .lanewise(ASHR, FlowGrid.FRACTION_BITS)
                    .intoMemorySegment(NativeMemory.EVERYWHERE, fractions + at, PixelLanes.ORDER);
        }
    }
}

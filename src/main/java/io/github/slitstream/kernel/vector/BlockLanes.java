package io.github.slitstream.kernel.vector;

import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * How 2×2 blocks of doubles get into registers with one block in each lane: their entries a, b, c, d (row-major) in a
 * register each.
 *
 * <p>
 * In memory the four entries of a block follow each other, so four registers read one after the other hold a quarter of
 * the blocks each. A register is thought of as four groups of lanes. Reading, the lanes of the i-th register are put in
 * order such that its entry k lies in group i + k (modulo 4), by {@code SPREAD}; then each entry has its group in each
 * register to itself, is collected by the masks, and only its groups have still to be turned, by {@code TURN}. Writing
 * goes the same way back, with {@code GATHER} at the end.
 */
final class BlockLanes {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    /** Blocks at a time. */
    static final int LANES = SPECIES.length();
    /** Bytes of a block. */
    static final long BLOCK = 4L * Double.BYTES;
    static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private static final int GROUPS = 4;
    private static final int GROUP = Math.max(1, LANES / GROUPS);
    static final long REGISTER = (long) LANES * Double.BYTES;

    static final VectorShuffle<Double> SPREAD_0 = spread(0);
    static final VectorShuffle<Double> SPREAD_1 = spread(1);
    static final VectorShuffle<Double> SPREAD_2 = spread(2);
    static final VectorShuffle<Double> SPREAD_3 = spread(3);
    static final VectorShuffle<Double> GATHER_0 = gather(0);
    static final VectorShuffle<Double> GATHER_1 = gather(1);
    static final VectorShuffle<Double> GATHER_2 = gather(2);
    static final VectorShuffle<Double> GATHER_3 = gather(3);
    static final VectorShuffle<Double> TURN_1 = turn(1);
    static final VectorShuffle<Double> TURN_2 = turn(2);
    static final VectorShuffle<Double> TURN_3 = turn(3);
    static final VectorMask<Double> SECOND = group(1);
    static final VectorMask<Double> THIRD = group(2);
    static final VectorMask<Double> FOURTH = group(3);

    private BlockLanes() {}

    /** The register of a number of blocks that begin at an address, its entries in order and scaled. */
    static DoubleVector spread(long blocks, int number, VectorShuffle<Double> order, double scale) {
        return DoubleVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, blocks + number * REGISTER, ORDER)
                .rearrange(order).mul(scale);
    }

    /** Each group of lanes from a register of its own. */
    static DoubleVector collect(DoubleVector first, DoubleVector second, DoubleVector third, DoubleVector fourth) {
        return first.blend(second, SECOND).blend(third, THIRD).blend(fourth, FOURTH);
    }

    /** {@code ‖A‖²} of blocks. */
    static DoubleVector trace(DoubleVector a, DoubleVector b, DoubleVector c, DoubleVector d) {
        return a.fma(a, b.fma(b, c.fma(c, d.mul(d))));
    }

    /** {@code ad − bc} of blocks, with what the rounding of {@code bc} cost made up for. */
    static DoubleVector determinant(DoubleVector a, DoubleVector b, DoubleVector c, DoubleVector d) {
        DoubleVector product = b.mul(c).neg();
        return a.fma(d, product).sub(b.fma(c, product));
    }

    /** Whether registers are wide enough to be four groups. */
    static boolean fit() {
        return LANES >= GROUPS;
    }

    /** Entry k of each block of the register of this number into group number + k, blocks in order. */
    private static VectorShuffle<Double> spread(int number) {
        return VectorShuffle.fromOp(SPECIES, lane -> {
            int entry = Math.floorMod(lane / GROUP - number, GROUPS);
            return (lane % GROUP * GROUPS + entry) % LANES;
        });
    }

    /** The way back from {@link #spread}. */
    private static VectorShuffle<Double> gather(int number) {
        return VectorShuffle.fromOp(SPECIES,
                lane -> ((lane % GROUPS + number) % GROUPS * GROUP + lane / GROUPS) % LANES);
    }

    private static VectorShuffle<Double> turn(int groups) {
        return VectorShuffle.fromOp(SPECIES, lane -> (lane + groups * GROUP) % LANES);
    }

    private static VectorMask<Double> group(int number) {
        boolean[] lanes = new boolean[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = lane / GROUP == number;
        }
        return VectorMask.fromArray(SPECIES, lanes, 0);
    }
}

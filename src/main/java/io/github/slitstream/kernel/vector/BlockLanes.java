package io.github.slitstream.kernel.vector;

import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Some 2×2 blocks of doubles, one in each lane: their entries a, b, c, d (row-major) in a register each.
 *
 * <p>
 * In memory the four entries of a block follow each other, so four registers read one after the other hold a quarter of the blocks each. A
 * register is thought of as four groups of lanes. Reading, the lanes of the i-th register are put in order such that its entry k lies in
 * group i + k (modulo 4); then each entry has its group in each register to itself, is collected by masks, and only its groups have
 * still to be turned. Writing goes the same way back.
 */
record BlockLanes(DoubleVector a, DoubleVector b, DoubleVector c, DoubleVector d) {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    /** Blocks at a time. */
    static final int LANES = SPECIES.length();
    /** Bytes of a block. */
    static final long BLOCK = 4L * Double.BYTES;
    static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private static final int GROUPS = 4;
    private static final int GROUP = Math.max(1, LANES / GROUPS);
    private static final long REGISTER = (long) LANES * Double.BYTES;

    private static final VectorShuffle<Double> SPREAD_0 = spread(0);
    private static final VectorShuffle<Double> SPREAD_1 = spread(1);
    private static final VectorShuffle<Double> SPREAD_2 = spread(2);
    private static final VectorShuffle<Double> SPREAD_3 = spread(3);
    private static final VectorShuffle<Double> GATHER_0 = gather(0);
    private static final VectorShuffle<Double> GATHER_1 = gather(1);
    private static final VectorShuffle<Double> GATHER_2 = gather(2);
    private static final VectorShuffle<Double> GATHER_3 = gather(3);
    private static final VectorShuffle<Double> TURN_1 = turn(1);
    private static final VectorShuffle<Double> TURN_2 = turn(2);
    private static final VectorShuffle<Double> TURN_3 = turn(3);
    private static final VectorMask<Double> SECOND = group(1);
    private static final VectorMask<Double> THIRD = group(2);
    private static final VectorMask<Double> FOURTH = group(3);

    /** Whether registers are wide enough to be four groups. */
    static boolean fit() {
        return LANES >= GROUPS;
    }

    /** Reads as many blocks as there are lanes, each entry times a factor. */
    static BlockLanes load(long address, double factor) {
        DoubleVector p = register(address, 0).rearrange(SPREAD_0);
        DoubleVector q = register(address, 1).rearrange(SPREAD_1);
        DoubleVector r = register(address, 2).rearrange(SPREAD_2);
        DoubleVector s = register(address, 3).rearrange(SPREAD_3);
        return new BlockLanes(grouped(p, q, r, s).mul(factor), grouped(s, p, q, r).rearrange(TURN_1).mul(factor),
                grouped(r, s, p, q).rearrange(TURN_2).mul(factor), grouped(q, r, s, p).rearrange(TURN_3).mul(factor));
    }

    /** Writes the blocks as {@link #load} reads them. */
    void store(long address) {
        DoubleVector second = b.rearrange(TURN_3);
        DoubleVector third = c.rearrange(TURN_2);
        DoubleVector fourth = d.rearrange(TURN_1);
        grouped(a, second, third, fourth).rearrange(GATHER_0).intoMemorySegment(NativeMemory.EVERYWHERE, address,
                ORDER);
        grouped(fourth, a, second, third).rearrange(GATHER_1).intoMemorySegment(NativeMemory.EVERYWHERE,
                address + REGISTER, ORDER);
        grouped(third, fourth, a, second).rearrange(GATHER_2).intoMemorySegment(NativeMemory.EVERYWHERE,
                address + 2 * REGISTER, ORDER);
        grouped(second, third, fourth, a).rearrange(GATHER_3).intoMemorySegment(NativeMemory.EVERYWHERE,
                address + 3 * REGISTER, ORDER);
    }

    /** a² + b² + c² + d² */
    DoubleVector trace() {
        return a.fma(a, b.fma(b, c.fma(c, d.mul(d))));
    }

    /** a·d − b·c, good to its last bits. */
    DoubleVector determinant() {
        DoubleVector minusProduct = b.mul(c).neg();
        return a.fma(d, minusProduct).sub(b.fma(c, minusProduct));
    }

    /** The blocks times {@code own}, and their cofactors times {@code cofactors}, and all of it times {@code factor}. */
    BlockLanes combined(DoubleVector own, DoubleVector cofactors, double factor) {
        return new BlockLanes(own.mul(a).add(cofactors.mul(d)).mul(factor),
                own.mul(b).sub(cofactors.mul(c)).mul(factor), own.mul(c).sub(cofactors.mul(b)).mul(factor),
                own.mul(d).add(cofactors.mul(a)).mul(factor));
    }

    private static DoubleVector register(long address, int number) {
        return DoubleVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, address + number * REGISTER, ORDER);
    }

    /** Each group of lanes from another register. */
    private static DoubleVector grouped(DoubleVector p, DoubleVector q, DoubleVector r, DoubleVector s) {
        return p.blend(q, SECOND).blend(r, THIRD).blend(s, FOURTH);
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

package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.matrix.RankKernels;
import io.github.slitstream.kernel.matrix.RankThreshold;
import io.github.slitstream.kernel.matrix.ScalarRanks;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The rank of 2×2 blocks, as many at a time as a register has lanes. A group with an entry beyond the range of the
 * plain arithmetic, or with a hard rank in doubt, goes the scalar way as a whole; such groups are rare.
 *
 * <p>
 * Each loop says for itself how blocks become registers: the compiler no longer takes in methods of ours late in a loop
 * as long as these, and registers that pass through a call end up on the heap.
 */
public final class VectorRanks implements RankKernels {
    private static final VectorSpecies<Double> SPECIES = BlockLanes.SPECIES;
    private static final ByteOrder ORDER = BlockLanes.ORDER;
    private static final int LANES = BlockLanes.LANES;
    private static final long BLOCK = BlockLanes.BLOCK;
    private static final long REGISTER = BlockLanes.REGISTER;
    private static final DoubleVector ONE = DoubleVector.broadcast(SPECIES, 1);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ScalarRanks SCALAR = new ScalarRanks();
    /** One bit in each byte. */
    private static final long BYTES = 0x0101010101010101L;

    @Override
    public void soft(MemorySegment in, long inOffset, RankThreshold threshold, MemorySegment out, long outOffset,
            int blocks) {
        int done = wholeLanes(in, out, blocks);
        long inRest = done * BlockLanes.BLOCK;
        long outRest = (long) done * Double.BYTES;
        if (done > 0) {
            softLanes(NativeMemory.address(in, inOffset, inRest), threshold,
                    NativeMemory.writableAddress(out, outOffset, outRest), done);
        }
        if (done < blocks) {
            SCALAR.soft(in, inOffset + inRest, threshold, out, outOffset + outRest, blocks - done);
        }
    }

    @Override
    public void gradients(MemorySegment in, long inOffset, RankThreshold threshold, MemorySegment out, long outOffset,
            int blocks) {
        int done = wholeLanes(in, out, blocks);
        long inRest = done * BlockLanes.BLOCK;
        long outRest = inRest;
        if (done > 0) {
            gradientLanes(NativeMemory.address(in, inOffset, inRest), threshold,
                    NativeMemory.writableAddress(out, outOffset, outRest), done);
        }
        if (done < blocks) {
            SCALAR.gradients(in, inOffset + inRest, threshold, out, outOffset + outRest, blocks - done);
        }
    }

    @Override
    public void hard(MemorySegment in, long inOffset, RankThreshold threshold, MemorySegment out, long outOffset,
            int blocks) {
        int done = wholeLanes(in, out, blocks);
        long inRest = done * BlockLanes.BLOCK;
        long outRest = done;
        if (done > 0) {
            hardLanes(NativeMemory.address(in, inOffset, inRest), threshold,
                    NativeMemory.writableAddress(out, outOffset, outRest), done);
        }
        if (done < blocks) {
            SCALAR.hard(in, inOffset + inRest, threshold, out, outOffset + outRest, blocks - done);
        }
    }

    private static int wholeLanes(MemorySegment in, MemorySegment out, int blocks) {
        return in.isNative() && out.isNative() && BlockLanes.fit() ? BlockLanes.SPECIES.loopBound(blocks) : 0;
    }

    /**
     * @param in address of the blocks
     * @param blocks a multiple of {@link BlockLanes#LANES}
     */
    private static void softLanes(long in, RankThreshold threshold, long out, int blocks) {
        double scale = threshold.scale();
        double epsilonSquare = threshold.square();
        double fourth = threshold.fourth();
        for (int i = 0; i < blocks; i += LANES) {
            long from = in + i * BLOCK;
            long to = out + (long) i * Double.BYTES;
            DoubleVector p = DoubleVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from, ORDER)
                    .rearrange(BlockLanes.SPREAD_0).mul(scale);
            DoubleVector q = DoubleVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from + REGISTER, ORDER)
                    .rearrange(BlockLanes.SPREAD_1).mul(scale);
            DoubleVector r = DoubleVector
                    .fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from + 2 * REGISTER, ORDER)
                    .rearrange(BlockLanes.SPREAD_2).mul(scale);
            DoubleVector s = DoubleVector
                    .fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from + 3 * REGISTER, ORDER)
                    .rearrange(BlockLanes.SPREAD_3).mul(scale);
            DoubleVector a = p.blend(q, BlockLanes.SECOND).blend(r, BlockLanes.THIRD).blend(s, BlockLanes.FOURTH);
            DoubleVector b = s.blend(p, BlockLanes.SECOND).blend(q, BlockLanes.THIRD).blend(r, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.TURN_1);
            DoubleVector c = r.blend(s, BlockLanes.SECOND).blend(p, BlockLanes.THIRD).blend(q, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.TURN_2);
            DoubleVector d = q.blend(r, BlockLanes.SECOND).blend(s, BlockLanes.THIRD).blend(p, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.TURN_3);
            DoubleVector trace = a.fma(a, b.fma(b, c.fma(c, d.mul(d))));
            DoubleVector product = b.mul(c).neg();
            DoubleVector determinant = a.fma(d, product).sub(b.fma(c, product));
            DoubleVector square = determinant.mul(determinant);
            if (!trace.compare(VectorOperators.LE, ScalarRanks.LARGEST_TRACE).allTrue()) {
                SCALAR.soft(NativeMemory.EVERYWHERE, from, threshold, NativeMemory.EVERYWHERE, to, LANES);
                continue;
            }
            DoubleVector sum = square.add(trace.mul(epsilonSquare));
            sum.add(square).div(sum.add(fourth)).intoMemorySegment(NativeMemory.EVERYWHERE, to, ORDER);
        }
    }

    /** As {@link #softLanes}; {@code out} takes as many numbers as {@code in} has. */
    private static void gradientLanes(long in, RankThreshold threshold, long out, int blocks) {
        double scale = threshold.scale();
        double epsilonSquare = threshold.square();
        double fourth = threshold.fourth();
        for (int i = 0; i < blocks; i += LANES) {
            long from = in + i * BLOCK;
            long to = out + i * BLOCK;
            DoubleVector p = DoubleVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from, ORDER)
                    .rearrange(BlockLanes.SPREAD_0).mul(scale);
            DoubleVector q = DoubleVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from + REGISTER, ORDER)
                    .rearrange(BlockLanes.SPREAD_1).mul(scale);
            DoubleVector r = DoubleVector
                    .fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from + 2 * REGISTER, ORDER)
                    .rearrange(BlockLanes.SPREAD_2).mul(scale);
            DoubleVector s = DoubleVector
                    .fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from + 3 * REGISTER, ORDER)
                    .rearrange(BlockLanes.SPREAD_3).mul(scale);
            DoubleVector a = p.blend(q, BlockLanes.SECOND).blend(r, BlockLanes.THIRD).blend(s, BlockLanes.FOURTH);
            DoubleVector b = s.blend(p, BlockLanes.SECOND).blend(q, BlockLanes.THIRD).blend(r, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.TURN_1);
            DoubleVector c = r.blend(s, BlockLanes.SECOND).blend(p, BlockLanes.THIRD).blend(q, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.TURN_2);
            DoubleVector d = q.blend(r, BlockLanes.SECOND).blend(s, BlockLanes.THIRD).blend(p, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.TURN_3);
            DoubleVector trace = a.fma(a, b.fma(b, c.fma(c, d.mul(d))));
            DoubleVector product = b.mul(c).neg();
            DoubleVector determinant = a.fma(d, product).sub(b.fma(c, product));
            DoubleVector square = determinant.mul(determinant);
            if (!trace.compare(VectorOperators.LE, ScalarRanks.LARGEST_TRACE).allTrue()) {
                SCALAR.gradients(NativeMemory.EVERYWHERE, from, threshold, NativeMemory.EVERYWHERE, to, LANES);
                continue;
            }
            DoubleVector weighted = trace.mul(epsilonSquare);
            DoubleVector share = ONE.div(square.add(weighted).add(fourth));
            DoubleVector own = square.neg().add(fourth).mul(share).mul(share).mul(2 * epsilonSquare);
            DoubleVector cofactors = weighted.add(2 * fourth).mul(share).mul(2).mul(determinant.mul(share));
            DoubleVector ofA = own.mul(a).add(cofactors.mul(d)).mul(scale);
            DoubleVector ofB = own.mul(b).sub(cofactors.mul(c)).mul(scale).rearrange(BlockLanes.TURN_3);
            DoubleVector ofC = own.mul(c).sub(cofactors.mul(b)).mul(scale).rearrange(BlockLanes.TURN_2);
            DoubleVector ofD = own.mul(d).add(cofactors.mul(a)).mul(scale).rearrange(BlockLanes.TURN_1);
            ofA.blend(ofB, BlockLanes.SECOND).blend(ofC, BlockLanes.THIRD).blend(ofD, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.GATHER_0).intoMemorySegment(NativeMemory.EVERYWHERE, to, ORDER);
            ofD.blend(ofA, BlockLanes.SECOND).blend(ofB, BlockLanes.THIRD).blend(ofC, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.GATHER_1).intoMemorySegment(NativeMemory.EVERYWHERE, to + REGISTER, ORDER);
            ofC.blend(ofD, BlockLanes.SECOND).blend(ofA, BlockLanes.THIRD).blend(ofB, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.GATHER_2)
                    .intoMemorySegment(NativeMemory.EVERYWHERE, to + 2 * REGISTER, ORDER);
            ofB.blend(ofC, BlockLanes.SECOND).blend(ofD, BlockLanes.THIRD).blend(ofA, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.GATHER_3)
                    .intoMemorySegment(NativeMemory.EVERYWHERE, to + 3 * REGISTER, ORDER);
        }
    }

    /** As {@link #softLanes}; {@code out} takes one byte for each block. */
    private static void hardLanes(long in, RankThreshold threshold, long out, int blocks) {
        double scale = threshold.scale();
        double epsilonSquare = threshold.square();
        double fourth = threshold.fourth();
        for (int i = 0; i < blocks; i += LANES) {
            long from = in + i * BLOCK;
            DoubleVector p = DoubleVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from, ORDER)
                    .rearrange(BlockLanes.SPREAD_0).mul(scale);
            DoubleVector q = DoubleVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from + REGISTER, ORDER)
                    .rearrange(BlockLanes.SPREAD_1).mul(scale);
            DoubleVector r = DoubleVector
                    .fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from + 2 * REGISTER, ORDER)
                    .rearrange(BlockLanes.SPREAD_2).mul(scale);
            DoubleVector s = DoubleVector
                    .fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, from + 3 * REGISTER, ORDER)
                    .rearrange(BlockLanes.SPREAD_3).mul(scale);
            DoubleVector a = p.blend(q, BlockLanes.SECOND).blend(r, BlockLanes.THIRD).blend(s, BlockLanes.FOURTH);
            DoubleVector b = s.blend(p, BlockLanes.SECOND).blend(q, BlockLanes.THIRD).blend(r, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.TURN_1);
            DoubleVector c = r.blend(s, BlockLanes.SECOND).blend(p, BlockLanes.THIRD).blend(q, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.TURN_2);
            DoubleVector d = q.blend(r, BlockLanes.SECOND).blend(s, BlockLanes.THIRD).blend(p, BlockLanes.FOURTH)
                    .rearrange(BlockLanes.TURN_3);
            DoubleVector trace = a.fma(a, b.fma(b, c.fma(c, d.mul(d))));
            DoubleVector product = b.mul(c).neg();
            DoubleVector determinant = a.fma(d, product).sub(b.fma(c, product));
            DoubleVector square = determinant.mul(determinant);
            DoubleVector weighted = trace.mul(epsilonSquare);
            DoubleVector polynomial = square.sub(weighted).add(fourth);
            DoubleVector doubt = square.add(weighted).add(fourth).mul(ScalarRanks.DOUBT);
            if (!trace.compare(VectorOperators.LE, ScalarRanks.LARGEST_TRACE).allTrue()
                    || polynomial.abs().compare(VectorOperators.LE, doubt).anyTrue()) {
                SCALAR.hard(NativeMemory.EVERYWHERE, from, threshold, NativeMemory.EVERYWHERE, out + i, LANES);
                continue;
            }
            long between = polynomial.lt(0).toLong();
            long above = weighted.compare(VectorOperators.GT, 2 * fourth).toLong() & ~between;
            store(Long.expand(between, BYTES) | Long.expand(above, BYTES) << 1, out + i);
        }
    }

    private static void store(long ranks, long to) {
        if (LANES == Long.BYTES) {
            NativeMemory.EVERYWHERE.set(LONG, to, ranks);
            return;
        }
        for (int i = 0; i < LANES; i++) {
            NativeMemory.EVERYWHERE.set(ValueLayout.JAVA_BYTE, to + i, (byte) (ranks >>> (8 * i)));
        }
    }
}

package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.matrix.RankKernels;
import io.github.slitstream.kernel.matrix.RankThreshold;
import io.github.slitstream.kernel.matrix.ScalarRanks;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The rank of 2×2 blocks, as many at a time as a register has lanes. A group with an entry beyond the range of the
 * plain arithmetic, or with a hard rank in doubt, goes the scalar way as a whole; such groups are rare.
 */
public final class VectorRanks implements RankKernels {
    private static final ByteOrder ORDER = BlockLanes.ORDER;
    private static final int LANES = BlockLanes.LANES;
    private static final long BLOCK = BlockLanes.BLOCK;
    private static final long REGISTER = BlockLanes.REGISTER;
    private static final DoubleVector ONE = DoubleVector.broadcast(BlockLanes.SPECIES, 1);
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
            DoubleVector p = BlockLanes.spread(from, 0, BlockLanes.SPREAD_0, scale);
            DoubleVector q = BlockLanes.spread(from, 1, BlockLanes.SPREAD_1, scale);
            DoubleVector r = BlockLanes.spread(from, 2, BlockLanes.SPREAD_2, scale);
            DoubleVector s = BlockLanes.spread(from, 3, BlockLanes.SPREAD_3, scale);
            DoubleVector a = BlockLanes.collect(p, q, r, s);
            DoubleVector b = BlockLanes.collect(s, p, q, r).rearrange(BlockLanes.TURN_1);
            DoubleVector c = BlockLanes.collect(r, s, p, q).rearrange(BlockLanes.TURN_2);
            DoubleVector d = BlockLanes.collect(q, r, s, p).rearrange(BlockLanes.TURN_3);
            DoubleVector trace = BlockLanes.trace(a, b, c, d);
            DoubleVector determinant = BlockLanes.determinant(a, b, c, d);
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
            DoubleVector p = BlockLanes.spread(from, 0, BlockLanes.SPREAD_0, scale);
            DoubleVector q = BlockLanes.spread(from, 1, BlockLanes.SPREAD_1, scale);
            DoubleVector r = BlockLanes.spread(from, 2, BlockLanes.SPREAD_2, scale);
            DoubleVector s = BlockLanes.spread(from, 3, BlockLanes.SPREAD_3, scale);
            DoubleVector a = BlockLanes.collect(p, q, r, s);
            DoubleVector b = BlockLanes.collect(s, p, q, r).rearrange(BlockLanes.TURN_1);
            DoubleVector c = BlockLanes.collect(r, s, p, q).rearrange(BlockLanes.TURN_2);
            DoubleVector d = BlockLanes.collect(q, r, s, p).rearrange(BlockLanes.TURN_3);
            DoubleVector trace = BlockLanes.trace(a, b, c, d);
            DoubleVector determinant = BlockLanes.determinant(a, b, c, d);
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
            // Written out: so late in a loop as long as this one, Java compiles no method of ours into it any more.
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
            DoubleVector p = BlockLanes.spread(from, 0, BlockLanes.SPREAD_0, scale);
            DoubleVector q = BlockLanes.spread(from, 1, BlockLanes.SPREAD_1, scale);
            DoubleVector r = BlockLanes.spread(from, 2, BlockLanes.SPREAD_2, scale);
            DoubleVector s = BlockLanes.spread(from, 3, BlockLanes.SPREAD_3, scale);
            DoubleVector a = BlockLanes.collect(p, q, r, s);
            DoubleVector b = BlockLanes.collect(s, p, q, r).rearrange(BlockLanes.TURN_1);
            DoubleVector c = BlockLanes.collect(r, s, p, q).rearrange(BlockLanes.TURN_2);
            DoubleVector d = BlockLanes.collect(q, r, s, p).rearrange(BlockLanes.TURN_3);
            DoubleVector trace = BlockLanes.trace(a, b, c, d);
            DoubleVector determinant = BlockLanes.determinant(a, b, c, d);
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

package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.RankKernels;
import io.github.slitstream.kernel.RankThreshold;
import io.github.slitstream.kernel.ScalarRanks;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The rank of 2×2 blocks, as many at a time as a register has lanes. A group with an entry beyond the range of the plain arithmetic,
 * or with a hard rank in doubt, goes the scalar way as a whole; such groups are rare.
 */
final class VectorRanks implements RankKernels {
    private static final ScalarRanks PLAIN = new ScalarRanks();
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
            PLAIN.soft(in, inOffset + inRest, threshold, out, outOffset + outRest, blocks - done);
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
            PLAIN.gradients(in, inOffset + inRest, threshold, out, outOffset + outRest, blocks - done);
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
            PLAIN.hard(in, inOffset + inRest, threshold, out, outOffset + outRest, blocks - done);
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
        for (int i = 0; i < blocks; i += BlockLanes.LANES) {
            long from = in + i * BlockLanes.BLOCK;
            long to = out + (long) i * Double.BYTES;
            BlockLanes lanes = BlockLanes.load(from, threshold.scale());
            DoubleVector trace = lanes.trace();
            if (!isInRange(trace)) {
                PLAIN.soft(NativeMemory.EVERYWHERE, from, threshold, NativeMemory.EVERYWHERE, to,
                        BlockLanes.LANES);
                continue;
            }
            DoubleVector determinant = lanes.determinant();
            DoubleVector square = determinant.mul(determinant);
            DoubleVector sum = square.add(trace.mul(threshold.square()));
            sum.add(square).div(sum.add(threshold.fourth())).intoMemorySegment(NativeMemory.EVERYWHERE, to,
                    BlockLanes.ORDER);
        }
    }

    /** As {@link #softLanes}; {@code out} takes as many numbers as {@code in} has. */
    private static void gradientLanes(long in, RankThreshold threshold, long out, int blocks) {
        double square = threshold.square();
        double fourth = threshold.fourth();
        for (int i = 0; i < blocks; i += BlockLanes.LANES) {
            long at = i * BlockLanes.BLOCK;
            BlockLanes lanes = BlockLanes.load(in + at, threshold.scale());
            DoubleVector trace = lanes.trace();
            if (!isInRange(trace)) {
                PLAIN.gradients(NativeMemory.EVERYWHERE, in + at, threshold, NativeMemory.EVERYWHERE, out + at,
                        BlockLanes.LANES);
                continue;
            }
            DoubleVector determinant = lanes.determinant();
            DoubleVector determinantSquare = determinant.mul(determinant);
            DoubleVector weighted = trace.mul(square);
            DoubleVector one = DoubleVector.broadcast(BlockLanes.SPECIES, 1);
            DoubleVector share = one.div(determinantSquare.add(weighted).add(fourth));
            DoubleVector own = determinantSquare.neg().add(fourth).mul(share).mul(share).mul(2 * square);
            DoubleVector cofactors = weighted.add(2 * fourth).mul(share).mul(2).mul(determinant.mul(share));
            lanes.combined(own, cofactors, threshold.scale()).store(out + at);
        }
    }

    /** As {@link #softLanes}; {@code out} takes one byte for each block. */
    private static void hardLanes(long in, RankThreshold threshold, long out, int blocks) {
        double fourth = threshold.fourth();
        for (int i = 0; i < blocks; i += BlockLanes.LANES) {
            long from = in + i * BlockLanes.BLOCK;
            BlockLanes lanes = BlockLanes.load(from, threshold.scale());
            DoubleVector trace = lanes.trace();
            DoubleVector determinant = lanes.determinant();
            DoubleVector square = determinant.mul(determinant);
            DoubleVector weighted = trace.mul(threshold.square());
            DoubleVector polynomial = square.sub(weighted).add(fourth);
            DoubleVector doubt = square.add(weighted).add(fourth).mul(ScalarRanks.DOUBT);
            if (!isInRange(trace) || polynomial.abs().compare(VectorOperators.LE, doubt).anyTrue()) {
                PLAIN.hard(NativeMemory.EVERYWHERE, from, threshold, NativeMemory.EVERYWHERE, out + i,
                        BlockLanes.LANES);
                continue;
            }
            VectorMask<Double> between = polynomial.lt(0);
            VectorMask<Double> above = weighted.compare(VectorOperators.GT, 2 * fourth).andNot(between);
            store(Long.expand(between.toLong(), BYTES) | Long.expand(above.toLong(), BYTES) << 1, out + i);
        }
    }

    private static boolean isInRange(DoubleVector trace) {
        return trace.compare(VectorOperators.LE, ScalarRanks.LARGEST_TRACE).allTrue();
    }

    private static void store(long ranks, long to) {
        for (int i = 0; i < BlockLanes.LANES; i++) {
            NativeMemory.EVERYWHERE.set(ValueLayout.JAVA_BYTE, to + i, (byte) (ranks >>> (8 * i)));
        }
    }
}

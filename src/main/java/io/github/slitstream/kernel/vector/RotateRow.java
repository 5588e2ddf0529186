package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.ChannelRotation;
import io.github.slitstream.kernel.ScalarKernels;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Two channels turned, in integers, with the table as the judge of doubtful cases.
 *
 * <p>
 * The exact results are the floors of {@code p·cos − q·sin + (255 − 255·cos + 255·sin)/2} and
 * {@code p·sin + q·cos + (255 − 255·sin − 255·cos)/2}. Both lie within −54 … 309, so {@value #BITS} bits behind the
 * point fit an int, and what overflows on the way cancels. Each of the three rounded coefficients is off by half a unit
 * at most, hence each sum by 255·½ + 255·½ + ½ &lt; {@value #ERROR} units (doubles add less than a millionth of a
 * unit). Where a sum is that near a whole number, which happens once in some 4,000 pixels, its block takes the table's
 * values instead.
 */
final class RotateRow {
    private static final ScalarKernels PLAIN = new ScalarKernels();
    private static final int BITS = 22;
    private static final int ERROR = 256;
    private static final int FRACTION = (1 << BITS) - 1;
    private static final int BRIGHTEST = 255;

    private RotateRow() {}

    /**
     * @param in address of the row, as is out
     * @param pixels a multiple of {@link PixelVectors#LANES}
     */
    static void blocks(long in, ChannelRotation rotation, long out, int pixels) {
        int firstShift = rotation.firstShift();
        int secondShift = rotation.secondShift();
        int kept = ~(0xff << firstShift | 0xff << secondShift);
        int error = rotation.isQuarterTurn() ? 0 : ERROR;
        int cos = fixedPoint(rotation.cos());
        int sin = fixedPoint(rotation.sin());
        int firstConstant = error + fixedPoint((1 - rotation.cos() + rotation.sin()) * 255 / 2);
        int secondConstant = error + fixedPoint((1 - rotation.sin() - rotation.cos()) * 255 / 2);
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            long at = (long) i * PixelVectors.BYTES;
            IntVector block = PixelVectors.load(in + at);
            IntVector p = block.lanewise(VectorOperators.LSHR, firstShift).and(0xff);
            IntVector q = block.lanewise(VectorOperators.LSHR, secondShift).and(0xff);
            IntVector first = p.mul(cos).sub(q.mul(sin)).add(firstConstant);
            IntVector second = p.mul(sin).add(q.mul(cos)).add(secondConstant);
            if (first.and(FRACTION).min(second.and(FRACTION)).lt(2 * error).anyTrue()) {
                PLAIN.rotateRow(NativeMemory.EVERYWHERE, in + at, rotation, NativeMemory.EVERYWHERE, out + at,
                        PixelVectors.LANES);
                continue;
            }
            IntVector turned = level(first).lanewise(VectorOperators.LSHL, firstShift)
                    .or(level(second).lanewise(VectorOperators.LSHL, secondShift));
            block.and(kept).or(turned).intoMemorySegment(NativeMemory.EVERYWHERE, out + at, PixelVectors.ORDER);
        }
    }

    private static int fixedPoint(double value) {
        return (int) Math.rint(value * (1 << BITS));
    }

    private static IntVector level(IntVector fixedPoint) {
        return fixedPoint.max(0).lanewise(VectorOperators.LSHR, BITS).min(BRIGHTEST);
    }
}

package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.SUB;

import io.github.slitstream.kernel.RotationTable;
import io.github.slitstream.kernel.ScalarKernels;
import jdk.incubator.vector.IntVector;

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
    private static final ScalarKernels SCALAR = new ScalarKernels();
    private static final int BITS = 22;
    private static final int ERROR = 256;
    private static final IntVector FRACTION = IntVector.broadcast(PixelLanes.SPECIES, (1 << BITS) - 1);
    private static final IntVector DARKEST = IntVector.zero(PixelLanes.SPECIES);
    private static final IntVector BRIGHTEST = IntVector.broadcast(PixelLanes.SPECIES, 255);

    private RotateRow() {}

    /**
     * @param in address of the row, as is out
     * @param pixels a multiple of {@link PixelLanes#LANES}
     */
    static void blocks(long in, RotationTable rotation, long out, int pixels) {
        int firstShift = rotation.firstShift();
        int secondShift = rotation.secondShift();
        IntVector kept = Lanes.all(~(0xff << firstShift | 0xff << secondShift));
        int error = rotation.isQuarterTurn() ? 0 : ERROR;
        IntVector cos = Lanes.all(fixedPoint(rotation.cos()));
        IntVector sin = Lanes.all(fixedPoint(rotation.sin()));
        IntVector firstConstant = Lanes.all(error + fixedPoint((1 - rotation.cos() + rotation.sin()) * 255 / 2));
        IntVector secondConstant = Lanes.all(error + fixedPoint((1 - rotation.sin() - rotation.cos()) * 255 / 2));
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            IntVector block = PixelLanes.load(in + at);
            IntVector p = block.lanewise(LSHR, firstShift).lanewise(AND, BRIGHTEST);
            IntVector q = block.lanewise(LSHR, secondShift).lanewise(AND, BRIGHTEST);
            IntVector first = p.lanewise(MUL, cos).lanewise(SUB, q.lanewise(MUL, sin)).lanewise(ADD, firstConstant);
            IntVector second = p.lanewise(MUL, sin).lanewise(ADD, q.lanewise(MUL, cos)).lanewise(ADD, secondConstant);
            IntVector fraction = first.lanewise(AND, FRACTION).lanewise(MIN, second.lanewise(AND, FRACTION));
            if (fraction.compare(LT, 2 * error).anyTrue()) {
                SCALAR.rotateRow(NativeMemory.EVERYWHERE, in + at, rotation, NativeMemory.EVERYWHERE, out + at,
                        PixelLanes.LANES);
                continue;
            }
            IntVector turned = Lanes.level(first).lanewise(LSHL, firstShift).lanewise(OR,
                    Lanes.level(second).lanewise(LSHL, secondShift));
            block.lanewise(AND, kept).lanewise(OR, turned).intoMemorySegment(NativeMemory.EVERYWHERE, out + at,
                    PixelLanes.ORDER);
        }
    }

    private static int fixedPoint(double value) {
        return (int) Math.rint(value * (1 << BITS));
    }

    /** What is compiled into the loops above. */
    private static final class Lanes {
        private Lanes() {}

        static IntVector all(int value) {
            return IntVector.broadcast(PixelLanes.SPECIES, value);
        }

        static IntVector level(IntVector fixedPoint) {
            return fixedPoint.lanewise(MAX, DARKEST).lanewise(LSHR, BITS).lanewise(MIN, BRIGHTEST);
        }
    }
}

package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.CameraMinors;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@code fundamentalRow} in blocks of numbers, wherever in a matrix they begin, so that every store is a whole register. */
final class FundamentalRow {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Of one matrix. */
    static final int BYTES = CameraMinors.FUNDAMENTAL * Double.BYTES;

    private FundamentalRow() {}

    /** How many of so many matrices fill whole registers. */
    static int wholeBlocks(int matrices) {
        return SPECIES.loopBound(matrices);
    }

    /** @param count a multiple of the lanes */
    static void blocks(CameraMinors cameras, int camera, int first, int count, long out) {
        int numbers = CameraMinors.FUNDAMENTAL * count;
        for (int start = 0; start < 3 * LANES; start += LANES) {
            everyThird(cameras, cameras.minorsOf(camera) + start % 3, CameraMinors.FUNDAMENTAL * first + start,
                    numbers - start, out + (long) start * Double.BYTES);
        }
    }

    /** Blocks at a distance of three begin at the same place of a row, so that the minors of the one camera stay in registers. */
    private static void everyThird(CameraMinors cameras, int own, int other, int numbers, long out) {
        double[] complements = cameras.complements();
        int stride = CameraMinors.FUNDAMENTAL * cameras.cameras();
        DoubleVector minor0 = minor(cameras, own, 0);
        DoubleVector minor1 = minor(cameras, own, 1);
        DoubleVector minor2 = minor(cameras, own, 2);
        DoubleVector minor3 = minor(cameras, own, 3);
        DoubleVector minor4 = minor(cameras, own, 4);
        DoubleVector minor5 = minor(cameras, own, 5);
        for (int i = 0; i < numbers; i += 3 * LANES) {
            int at = other + i;
            DoubleVector outer = minor0.mul(load(complements, at))
                    .add(minor5.mul(load(complements, at + 5 * stride)));
            DoubleVector middle = minor1.mul(load(complements, at + stride))
                    .add(minor4.mul(load(complements, at + 4 * stride)));
            DoubleVector inner = minor2.mul(load(complements, at + 2 * stride))
                    .add(minor3.mul(load(complements, at + 3 * stride)));
            outer.add(middle).add(inner).intoMemorySegment(NativeMemory.EVERYWHERE, out + (long) i * Double.BYTES,
                    ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static DoubleVector minor(CameraMinors cameras, int own, int q) {
        return load(cameras.minors(), own + q * CameraMinors.REPEATED);
    }

    private static DoubleVector load(double[] numbers, int at) {
        return DoubleVector.fromArray(SPECIES, numbers, at);
    }
}

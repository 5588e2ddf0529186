package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.matrix.CameraMinors;
import io.github.slitstream.kernel.matrix.FundamentalKernels;
import io.github.slitstream.kernel.matrix.ScalarFundamentals;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Fundamental matrices in blocks of numbers, wherever in a matrix they begin, so that every store is a whole register.
 * What is left behind the last whole block goes the scalar way, and so does what lies in an array.
 */
public final class VectorFundamentals implements FundamentalKernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Bytes of one matrix. */
    private static final int MATRIX = CameraMinors.FUNDAMENTAL * Double.BYTES;
    private static final ScalarFundamentals SCALAR = new ScalarFundamentals();

    @Override
    public void row(CameraMinors cameras, int camera, int first, int count, MemorySegment out, long outOffset) {
        int done = out.isNative() ? SPECIES.loopBound(count) : 0;
        long rest = (long) done * MATRIX;
        if (done > 0) {
            blocks(cameras, camera, first, done, NativeMemory.writableAddress(out, outOffset, rest));
        }
        if (done < count) {
            SCALAR.row(cameras, camera, first + done, count - done, out, outOffset + rest);
        }
    }

    /**
     * Three registers at a time, behind which the minors of the one camera recur, so that stores go straight on.
     *
     * @param count a multiple of the lanes
     */
    private static void blocks(CameraMinors cameras, int camera, int first, int count, long out) {
        double[] minors = cameras.minors();
        double[] complements = cameras.complements();
        int own = cameras.minorsOf(camera);
        int stride = cameras.complementStride();
        int numbers = CameraMinors.FUNDAMENTAL * count;
        for (int i = 0; i < numbers; i += 3 * LANES) {
            int at = cameras.complementsOf(first) + i;
            long to = out + (long) i * Double.BYTES;
            for (int third = 0; third < 3; third++) {
                Lanes.block(minors, own + third * LANES % 3, complements, at + third * LANES, stride)
                        .intoMemorySegment(NativeMemory.EVERYWHERE, to + (long) third * LANES * Double.BYTES,
                                ByteOrder.LITTLE_ENDIAN);
            }
        }
    }

    /** What is compiled into the loops above. */
    private static final class Lanes {
        private Lanes() {}

        static DoubleVector block(double[] minors, int own, double[] complements, int other, int stride) {
            DoubleVector outer = product(minors, own, 0, complements, other, stride)
                    .add(product(minors, own, 5, complements, other, stride));
            DoubleVector middle = product(minors, own, 1, complements, other, stride)
                    .add(product(minors, own, 4, complements, other, stride));
            DoubleVector inner = product(minors, own, 2, complements, other, stride)
                    .add(product(minors, own, 3, complements, other, stride));
            return outer.add(middle).add(inner);
        }

        static DoubleVector product(double[] minors, int own, int q, double[] complements, int other, int stride) {
            return load(minors, own + q * CameraMinors.REPEATED).mul(load(complements, other + q * stride));
        }

        static DoubleVector load(double[] numbers, int at) {
            return DoubleVector.fromArray(SPECIES, numbers, at);
        }
    }
}

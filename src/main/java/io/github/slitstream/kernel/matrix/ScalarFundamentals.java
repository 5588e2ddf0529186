package io.github.slitstream.kernel.matrix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Fundamental matrices from the minors of {@link CameraMinors}, the reference. */
public final class ScalarFundamentals implements FundamentalKernels {
    private static final ValueLayout.OfDouble NUMBER = ValueLayout.JAVA_DOUBLE_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);

    @Override
    public void row(CameraMinors cameras, int camera, int first, int count, MemorySegment out, long outOffset) {
        double[] minors = cameras.minors();
        double[] complements = cameras.complements();
        int own = cameras.minorsOf(camera);
        int stride = cameras.complementStride();
        int others = cameras.complementsOf(first);
        for (int i = 0; i < CameraMinors.FUNDAMENTAL * count; i++) {
            out.set(NUMBER, outOffset + (long) i * Double.BYTES,
                    sum(minors, own + i % 3, complements, others + i, stride));
        }
    }

    /** The products of q and 5 − q are added first: they change places when the cameras do. */
    private static double sum(double[] minors, int own, double[] complements, int other, int stride) {
        int step = CameraMinors.REPEATED;
        double outer = minors[own] * complements[other] + minors[own + 5 * step] * complements[other + 5 * stride];
        double middle = minors[own + step] * complements[other + stride]
                + minors[own + 4 * step] * complements[other + 4 * stride];
        double inner = minors[own + 2 * step] * complements[other + 2 * stride]
                + minors[own + 3 * step] * complements[other + 3 * stride];
        return outer + middle + inner;
    }
}

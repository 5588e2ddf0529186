package io.github.slitstream.rig;

import io.github.slitstream.kernel.matrix.CameraMinors;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random cameras around the origin, as a scanner has them. */
final class Rigs {
    private Rigs() {}

    static CameraRig random(int count, Random random) {
        List<Camera> cameras = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] intrinsics = {900 + 200 * random.nextDouble(), 0, 640, 0, 900 + 200 * random.nextDouble(), 360, 0,
                0,
                1};
            double[] rotation = Rotation.ofQuaternion(random.nextGaussian(), random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian());
            double[] translation = {5 * random.nextGaussian(), 5 * random.nextGaussian(), 5 * random.nextGaussian()};
            cameras.add(new Camera("camera " + i, ProjectionMatrix.of(intrinsics, rotation, translation)));
        }
        return new CameraRig(cameras, List.of());
    }

    static double at(MemorySegment matrices, long matrix, int row, int column) {
        return matrices.getAtIndex(ValueLayout.JAVA_DOUBLE,
                matrix * CameraMinors.FUNDAMENTAL + 3L * row + column);
    }
}

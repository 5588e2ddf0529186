package io.github.slitstream.rig;

import io.github.slitstream.kernel.matrix.CameraMinors;
import java.util.List;

/**
 * Cameras that look at one scene.
 *
 * @param cameras at least one
 * @param remarks what was left out while they were read, one sentence each
 */
public record CameraRig(List<Camera> cameras, List<String> remarks) {
    /** @throws IllegalArgumentException if there is no camera */
    public CameraRig {
        if (cameras.isEmpty()) {
            throw new IllegalArgumentException("a rig needs a camera");
        }
        cameras = List.copyOf(cameras);
        remarks = List.copyOf(remarks);
    }

    public int size() {
        return cameras.size();
    }

    /** What fundamental matrices are computed from. */
    public CameraMinors minors() {
        double[] matrices = new double[Math.multiplyExact(size(), ProjectionMatrix.COUNT)];
        for (int i = 0; i < size(); i++) {
            double[] matrix = cameras.get(i).matrix().toArray();
            System.arraycopy(matrix, 0, matrices, i * ProjectionMatrix.COUNT, matrix.length);
        }
        return new CameraMinors(matrices);
    }
}

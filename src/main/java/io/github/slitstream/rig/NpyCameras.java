package io.github.slitstream.rig;

import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.Shape;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Projection matrices in a {@code .npy} file of shape (n, 3, 4). */
final class NpyCameras {
    private NpyCameras() {}

    static CameraRig read(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            NpyArray array = NpyArray.open(file, arena);
            Shape shape = array.shape();
            if (shape.dimensions() != 3 || !shape.endsWith(ProjectionMatrix.ROWS, ProjectionMatrix.COLUMNS)
                    || shape.count() == 0) {
                throw new IOException(file + " has the shape " + shape
                        + "; cameras are (n, 3, 4), one projection matrix for each of n > 0");
            }
            return new CameraRig(cameras(array), List.of());
        }
    }

    private static List<Camera> cameras(NpyArray array) throws IOException {
        double[] numbers = array.toDoubles();
        List<Camera> cameras = new ArrayList<>();
        for (int at = 0; at < numbers.length; at += ProjectionMatrix.COUNT) {
            double[] matrix = Arrays.copyOfRange(numbers, at, at + ProjectionMatrix.COUNT);
            try {
                cameras.add(new Camera(Integer.toString(cameras.size()), ProjectionMatrix.of(matrix)));
            } catch (IllegalArgumentException e) {
                throw new IOException(array.file() + ": camera " + cameras.size() + ": " + e.getMessage(), e);
            }
        }
        return cameras;
    }
}

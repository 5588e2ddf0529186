package io.github.slitstream.rig;

import io.github.slitstream.array.StoredMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cameras in a file of OpenCV's {@code FileStorage}, by the names that its calibration programs use. The first of these
 * that fits:
 *
 * <ol>
 * <li>all 3×4 matrices, as P1 and P2 of {@code stereoRectify};
 * <li>intrinsics of several cameras and a pose for each with the same number or in the same map:
 * {@code camera_matrix_0} with {@code R_0} and {@code T_0}, or with {@code camera_pose_0} (4×4, world to camera);
 * <li>M1, M2, R, T of a stereo pair, where the first camera is the world;
 * <li>one camera's {@code camera_matrix} and its {@code extrinsic_parameters}, a row of rotation vector and translation
 * for each view.
 * </ol>
 */
final class OpenCvCameras {
    private static final Pattern INTRINSICS = Pattern
            .compile("(?i)(.*?)(?:camera_?matrix|intrinsics?|\\bK|\\bM)(?=_|\\d|$|/)(.*)");
    private static final List<String> ROTATIONS = List.of("R", "rotation", "rvec", "camera_rotation");
    private static final List<String> TRANSLATIONS = List.of("T", "t", "translation", "tvec", "camera_translation");
    private static final List<String> POSES = List.of("camera_pose", "pose", "extrinsics");
    private static final String DISTORTION = "dist";

    private final Map<String, StoredMatrix> matrices;
    private final Path file;

    /** The intrinsics of one camera, and what stands before and behind their name. */
    private record Lens(String name, String before, String after, StoredMatrix matrix) {}

    private OpenCvCameras(Map<String, StoredMatrix> matrices, Path file) {
        this.matrices = matrices;
        this.file = file;
    }

    static CameraRig of(Map<String, StoredMatrix> matrices, Path file) throws IOException {
        return new OpenCvCameras(matrices, file).rig();
    }

    private CameraRig rig() throws IOException {
        List<Camera> projections = projections();
        if (!projections.isEmpty()) {
            return new CameraRig(projections, List.of());
        }
        List<Lens> lenses = lenses();
        List<Camera> cameras = posed(lenses);
        if (cameras.isEmpty()) {
            cameras = lenses.size() == 2 ? stereo(lenses) : lenses.size() == 1 ? views(lenses.getFirst()) : List.of();
        }
        if (cameras.isEmpty()) {
            throw new IOException(file + " holds no cameras with poses: needed are 3×4 matrices, or camera_matrix_0,"
                    + " R_0, T_0 and so on for each camera, or M1, M2, R, T, or extrinsic_parameters; it has "
                    + (matrices.isEmpty() ? "no matrix" : String.join(", ", matrices.keySet())));
        }
        return new CameraRig(cameras, remarks());
    }

    private List<Camera> projections() throws IOException {
        List<Camera> cameras = new ArrayList<>();
        for (Map.Entry<String, StoredMatrix> entry : matrices.entrySet()) {
            if (entry.getValue().is(ProjectionMatrix.ROWS, ProjectionMatrix.COLUMNS)) {
                try {
                    cameras.add(new Camera(entry.getKey(), ProjectionMatrix.of(entry.getValue().toArray())));
                } catch (IllegalArgumentException e) {
                    throw new IOException(file + ": matrix " + entry.getKey() + ": " + e.getMessage(), e);
                }
            }
        }
        return cameras;
    }

    private List<Lens> lenses() {
        List<Lens> lenses = new ArrayList<>();
        matrices.forEach((name, matrix) -> {
            Matcher parts = INTRINSICS.matcher(name);
            if (matrix.is(3, 3) && parts.matches()) {
                lenses.add(new Lens(name, parts.group(1), parts.group(2), matrix));
            }
        });
        return lenses;
    }

    /** Cameras that have a pose each; none if one lacks it. */
    private List<Camera> posed(List<Lens> lenses) throws IOException {
        List<Camera> cameras = new ArrayList<>();
        for (Lens lens : lenses) {
            StoredMatrix pose = beside(lens, POSES);
            StoredMatrix rotation = beside(lens, ROTATIONS);
            StoredMatrix translation = beside(lens, TRANSLATIONS);
            if (pose != null && pose.is(4, 4)) {
                double[] p = pose.toArray();
                cameras.add(camera(lens, new double[]{p[0], p[1], p[2], p[4], p[5], p[6], p[8], p[9], p[10]},
                        new double[]{p[3], p[7], p[11]}));
            } else if (rotation != null && translation != null && translation.toArray().length == 3) {
                cameras.add(camera(lens, rotation(rotation), translation.toArray()));
            } else {
                return List.of();
            }
        }
        return cameras;
    }

    private List<Camera> stereo(List<Lens> lenses) throws IOException {
        StoredMatrix rotation = named("", ROTATIONS, "");
        StoredMatrix translation = named("", TRANSLATIONS, "");
        if (rotation == null || translation == null || translation.toArray().length != 3) {
            return List.of();
        }
        return List.of(camera(lenses.get(0), Rotation.none(), new double[3]),
                camera(lenses.get(1), rotation(rotation), translation.toArray()));
    }

    private List<Camera> views(Lens lens) throws IOException {
        StoredMatrix views = named("", List.of("extrinsic_parameters"), "");
        if (views == null || views.columns() != 6) {
            return List.of();
        }
        List<Camera> cameras = new ArrayList<>();
        for (int view = 0; view < views.rows(); view++) {
            double[] row = Arrays.copyOfRange(views.toArray(), 6 * view, 6 * view + 6);
            cameras.add(camera(new Lens("view " + view, "", "", lens.matrix), Rotation.ofVector(row[0], row[1], row[2]),
                    new double[]{row[3], row[4], row[5]}));
        }
        return cameras;
    }

    private @Nullable StoredMatrix beside(Lens lens, List<String> names) {
        boolean numbered = !lens.before.isEmpty() || !lens.after.isEmpty();
        return numbered ? named(lens.before, names, lens.after) : null;
    }

    private @Nullable StoredMatrix named(String before, List<String> names, String after) {
        return names.stream().map(name -> matrices.get(before + name + after)).filter(matrix -> matrix != null)
                .findFirst().orElse(null);
    }

    private double[] rotation(StoredMatrix matrix) throws IOException {
        double[] numbers = matrix.toArray();
        if (matrix.is(3, 3)) {
            return numbers;
        }
        if (numbers.length == 3) {
            return Rotation.ofVector(numbers[0], numbers[1], numbers[2]);
        }
        throw new IOException(
                file + ": a rotation is 3×3 or a vector of 3, not " + matrix.rows() + "×" + matrix.columns());
    }

    private Camera camera(Lens lens, double[] rotation, double[] translation) throws IOException {
        try {
            return new Camera(lens.name, ProjectionMatrix.of(lens.matrix.toArray(), rotation, translation));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": camera " + lens.name + ": " + e.getMessage(), e);
        }
    }

    private List<String> remarks() {
        boolean distorted = matrices.entrySet().stream()
                .anyMatch(entry -> entry.getKey().toLowerCase(Locale.ROOT)
                        .contains(DISTORTION) && Arrays.stream(entry.getValue().toArray()).anyMatch(k -> k != 0));
        return distorted
                ? List.of("lens distortion is left out; undistort the pictures with cv::undistort to be exact")
                : List.of();
    }
}

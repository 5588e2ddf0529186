package io.github.slitstream.rig;

import io.github.slitstream.array.YamlText;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A list of cameras in YAML or JSON, alone or behind the key {@code cameras}. Each has K (3×3), R (3×3) and t (3), so
 * that a point X of the world is seen at K·(R·X + t), or P (3×4), and may have a name and the video it took: a video or
 * still, whose path begins at the folder of the file, or any other address:
 *
 * <pre>
 * cameras:
 *   - name: left
 *     video: left.mp4
 *     K: [[900, 0, 640], [0, 900, 360], [0, 0, 1]]
 *     R: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
 *     t: [0, 0, 0]
 *   - name: right
 *     P: [[900, 0, 640, -90], [0, 900, 360, 0], [0, 0, 1, 0]]
 * </pre>
 */
final class YamlCameras {
    private static final List<String> KEYS = List.of("name", "video", "K", "R", "t", "P");
    /** Of an address that is no path. Two letters at least, because one is a drive of Windows. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private final Path file;

    private YamlCameras(Path file) {
        this.file = file;
    }

    static CameraRig read(String text, Path file) throws IOException {
        return new YamlCameras(file).rig(YamlText.compose(text, file));
    }

    /**
     * What opens the video of each camera; matrices may be missing.
     *
     * @throws IOException if a camera names none
     */
    static List<String> videos(String text, Path file) throws IOException {
        YamlCameras reader = new YamlCameras(file);
        List<String> videos = new ArrayList<>();
        for (MappingNode map : reader.items(YamlText.compose(text, file))) {
            reader.checkKeys(map);
            String video = reader.video(map);
            if (video.isEmpty()) {
                throw reader.bad(map,
                        "camera " + videos.size() + " names no video; write 'video: FILE' for each camera");
            }
            videos.add(video);
        }
        return videos;
    }

    private CameraRig rig(@Nullable Node root) throws IOException {
        List<Camera> cameras = new ArrayList<>();
        for (MappingNode map : items(root)) {
            cameras.add(camera(map, cameras.size()));
        }
        return new CameraRig(cameras, List.of());
    }

    private List<MappingNode> items(@Nullable Node root) throws IOException {
        Node list = root instanceof MappingNode map ? YamlText.value(map, "cameras") : root;
        if (!(list instanceof SequenceNode items) || items.getValue().isEmpty()) {
            throw new IOException(file + " holds no cameras; write 'cameras:' and for each '- K: …', 'R: …', 't: …'");
        }
        List<MappingNode> maps = new ArrayList<>();
        for (Node item : items.getValue()) {
            if (!(item instanceof MappingNode map)) {
                throw bad(item, "a camera must be a map of " + String.join(", ", KEYS));
            }
            maps.add(map);
        }
        return maps;
    }

    private Camera camera(MappingNode map, int number) throws IOException {
        checkKeys(map);
        String name = YamlText.value(map, "name") instanceof ScalarNode scalar
                ? scalar.getValue()
                : Integer.toString(number);
        try {
            return new Camera(name, matrix(map), CameraPicture.at(video(map)));
        } catch (IllegalArgumentException e) {
            throw bad(map, "camera " + name + ": " + e.getMessage());
        }
    }

    /** What opens the video of a camera, or nothing where none is named. */
    private String video(MappingNode map) throws IOException {
        if (!(YamlText.value(map, "video") instanceof ScalarNode video) || video.getValue().isBlank()) {
            return "";
        }
        String written = video.getValue();
        try {
            return SCHEME.matcher(written).matches()
                    ? written
                    : file.toAbsolutePath().resolveSibling(written).toString();
        } catch (InvalidPathException invalid) {
            throw bad(video, "'" + written + "' is no path");
        }
    }

    private void checkKeys(MappingNode map) throws IOException {
        for (NodeTuple entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key) || !KEYS.contains(key.getValue())) {
                String given = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "…";
                throw bad(entry.getKeyNode(), BadValue.unknown("key of a camera", given, KEYS).getMessage());
            }
        }
    }

    private ProjectionMatrix matrix(MappingNode map) throws IOException {
        if (YamlText.value(map, "P") != null) {
            return ProjectionMatrix.of(numbers(map, "P", 3, 4));
        }
        return ProjectionMatrix.of(numbers(map, "K", 3, 3), numbers(map, "R", 3, 3), numbers(map, "t", 3, 1));
    }

    /** Numbers of a matrix written as rows or all in one list. */
    private double[] numbers(MappingNode map, String key, int rows, int columns) throws IOException {
        Node value = YamlText.value(map, key);
        if (value == null) {
            throw bad(map, "'" + key + "' is missing; a camera has K, R and t, or P");
        }
        List<Double> numbers = new ArrayList<>();
        collect(key, value, numbers);
        if (numbers.size() != rows * columns) {
            throw bad(value, key + " has " + numbers.size() + " numbers, but "
                    + (columns == 1 ? rows : rows + "×" + columns + " = " + rows * columns) + " are needed");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void collect(String key, Node value, List<Double> numbers) throws IOException {
        if (value instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                collect(key, item, numbers);
            }
            return;
        }
        String word = value instanceof ScalarNode scalar ? scalar.getValue() : "…";
        try {
            double number = YamlText.number(word);
            if (Double.isFinite(number)) {
                numbers.add(number);
                return;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw bad(value, "'" + word + "' in " + key + " is no finite number");
    }

    private IOException bad(Node node, String reason) {
        return new IOException(YamlText.place(file, node) + ": " + reason);
    }
}

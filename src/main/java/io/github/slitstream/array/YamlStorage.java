package io.github.slitstream.array;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * {@code FileStorage} as YAML, or as JSON, which is read as YAML. The first line {@code %YAML:1.0} is none of YAML's
 * own and taken away; a matrix is known by its keys, as its tag is missing in JSON.
 */
final class YamlStorage {
    private static final Pattern DIRECTIVE = Pattern.compile("\\A\uFEFF?%YAML:1\\.[0-9][^\\n]*");

    private static final String BASE64_IN_JSON = "$base64$";

    private final Path file;
    private final Map<String, StoredMatrix> matrices = new LinkedHashMap<>();

    private YamlStorage(Path file) {
        this.file = file;
    }

    static Map<String, StoredMatrix> parse(String text, Path file) throws IOException {
        YamlStorage storage = new YamlStorage(file);
        storage.collect("", YamlText.compose(DIRECTIVE.matcher(text).replaceFirst(""), file));
        return storage.matrices;
    }

    private void collect(String name, @Nullable Node node) throws IOException {
        switch (node) {
            case MappingNode map when YamlText.value(map, "rows") != null && holdsList(map) ->
                matrices.put(name, matrix(name, map, listed(name, map)));
            case MappingNode map when YamlText.value(map, "rows") != null && holdsBase64(map) ->
                matrices.put(name, matrix(name, map, decoded(map)));
            case MappingNode map -> {
                for (NodeTuple entry : map.getValue()) {
                    if (entry.getKeyNode() instanceof ScalarNode key) {
                        collect(inner(name, key.getValue()), entry.getValueNode());
                    }
                }
            }
            case SequenceNode list -> {
                List<Node> items = list.getValue();
                for (int i = 0; i < items.size(); i++) {
                    collect(inner(name, Integer.toString(i)), items.get(i));
                }
            }
            case null, default -> { // a single value is no matrix
            }
        }
    }

    private static boolean holdsList(MappingNode map) {
        return YamlText.value(map, "data") instanceof SequenceNode;
    }

    private static boolean holdsBase64(MappingNode map) {
        return YamlText.value(map, "data") instanceof ScalarNode data
                && (data.getTag().equals(Tag.BINARY) || data.getValue().startsWith(BASE64_IN_JSON));
    }

    private double[] listed(String name, MappingNode map) throws IOException {
        List<Node> items = YamlText.value(map, "data") instanceof SequenceNode list ? list.getValue() : List.of();
        double[] numbers = new double[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(name, items.get(i));
        }
        return numbers;
    }

    private double[] decoded(MappingNode map) throws IOException {
        String text = YamlText.value(map, "data") instanceof ScalarNode data ? data.getValue() : "";
        boolean marked = text.startsWith(BASE64_IN_JSON);
        return Base64Numbers.decode(marked ? text.substring(BASE64_IN_JSON.length()) : text, place(map));
    }

    private StoredMatrix matrix(String name, MappingNode map, double[] numbers) throws IOException {
        String type = YamlText.value(map, "dt") instanceof ScalarNode scalar ? scalar.getValue() : "d";
        return FileStorage.matrix(name, size(name, map, "rows"), size(name, map, "cols"), type, numbers, place(map));
    }

    private int size(String name, MappingNode map, String key) throws IOException {
        double size = YamlText.value(map, key) instanceof ScalarNode scalar ? number(name, scalar) : -1;
        if (!(size >= 0) || size != Math.rint(size)) {
            throw new IOException(place(map) + ": the matrix '" + name + "' has no '" + key + "', a whole number");
        }
        return (int) size;
    }

    private double number(String name, Node node) throws IOException {
        try {
            if (node instanceof ScalarNode scalar) {
                return YamlText.number(scalar.getValue());
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        throw new IOException(place(node) + ": '" + (node instanceof ScalarNode scalar ? scalar.getValue() : "…")
                + "' in the matrix '" + name + "' is no number");
    }

    private String place(Node node) {
        return YamlText.place(file, node);
    }

    private static String inner(String outer, String name) {
        return outer.isEmpty() ? name : outer + "/" + name;
    }
}

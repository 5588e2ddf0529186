package io.github.slitstream.array;

import io.github.slitstream.file.BadYaml;
import io.github.slitstream.file.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A YAML or JSON text as nodes that still know their lines, for messages that name them. */
public final class YamlText {
    private YamlText() {}

    /**
     * The root of a text, null if there is nothing in it.
     *
     * @param file for messages
     * @throws IOException if it cannot be read, as {@link Yaml#compose} says; the message names file and line
     */
    public static @Nullable Node compose(String text, Path file) throws IOException {
        try {
            return Yaml.compose(text);
        } catch (BadYaml e) {
            throw new IOException(file + ":" + e.line() + ": " + e.reason(), e);
        }
    }

    /** {@code FILE:LINE}, for messages. */
    public static String place(Path file, Node node) {
        return file + ":" + (node.getStartMark().map(Mark::getLine).orElse(0) + 1);
    }

    /** What stands behind a key, null if the key is not there. */
    public static @Nullable Node value(MappingNode map, String key) {
        for (NodeTuple entry : map.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
                return entry.getValueNode();
            }
        }
        return null;
    }

    /**
     * A number as YAML, JSON or OpenCV writes it: {@code 1.}, {@code .5}, {@code 1.0e+03}, {@code .Nan}, {@code -.Inf}.
     *
     * @throws NumberFormatException if it is none
     */
    public static double number(String word) {
        return switch (word) {
            case ".Nan", ".NaN", ".nan", ".NAN" -> Double.NaN;
            case ".Inf", "+.Inf", ".inf", ".INF" -> Double.POSITIVE_INFINITY;
            case "-.Inf", "-.inf", "-.INF" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(word);
        };
    }
}

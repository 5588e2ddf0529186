package io.github.slitstream.array;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Matrices in YAML or JSON as lists of rows: {@code [[1, 0, 5], [0, 1, 0], [0, 0, 1]]}, alone or behind keys. */
final class YamlRows {
    /** What a list of rows without a key is called. */
    private static final String NAMELESS = "matrix";

    private final Path file;
    private final Map<String, StoredMatrix> matrices = new LinkedHashMap<>();

    private YamlRows(Path file) {
        this.file = file;
    }

    /**
     * @return matrices by name in the order of the file; those inside of maps are called {@code outer/inner}
     * @throws IOException if the text is not YAML, or rows of a matrix are not equally long or hold what is no number
     */
    static Map<String, StoredMatrix> parse(String text, Path file) throws IOException {
        YamlRows rows = new YamlRows(file);
        rows.collect("", YamlText.compose(text, file));
        return rows.matrices;
    }

    private void collect(String name, @Nullable Node node) throws IOException {
        if (node instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    collect(name.isEmpty() ? key.getValue() : name + "/" + key.getValue(), entry.getValueNode());
                }
            }
        } else if (node instanceof SequenceNode list && !list.getValue().isEmpty()
                && list.getValue().stream().allMatch(SequenceNode.class::isInstance)) {
            String known = name.isEmpty() ? NAMELESS : name;
            matrices.put(known, matrix(known, list));
        }
    }

    private StoredMatrix matrix(String name, SequenceNode list) throws IOException {
        List<Node> rows = list.getValue();
        int columns = ((SequenceNode) rows.getFirst()).getValue().size();
        double[] numbers = new double[rows.size() * columns];
        for (int row = 0; row < rows.size(); row++) {
            List<Node> cells = ((SequenceNode) rows.get(row)).getValue();
            if (cells.size() != columns) {
                throw new IOException(YamlText.place(file, rows.get(row)) + ": row " + (row + 1) + " of " + name
                        + " has " + cells.size() + " numbers, but row 1 has " + columns);
            }
            for (int column = 0; column < columns; column++) {
                numbers[row * columns + column] = number(name, cells.get(column));
            }
        }
        return new StoredMatrix(rows.size(), columns, numbers);
    }

    private double number(String name, Node cell) throws IOException {
        String word = cell instanceof ScalarNode scalar ? scalar.getValue() : "…";
        try {
            return YamlText.number(word);
        } catch (NumberFormatException none) {
            throw new IOException(YamlText.place(file, cell) + ": '" + word + "' in " + name + " is no number", none);
        }
    }
}

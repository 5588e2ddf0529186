package io.github.slitstream.bench;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Whose results were compared with ours, and how that ended.
 *
 * @param rows how many there were
 * @param compared peers, each with the number of its rows
 * @param disagreements row and peer of each other result
 */
public record Comparison(int rows, SortedMap<String, Integer> compared, List<String> disagreements) {
    /** One line. */
    public String summary() {
        String peers = compared.entrySet().stream().map(peer -> peer.getKey() + " in " + peer.getValue())
                .collect(Collectors.joining(", "));
        return rows + " rows compared (" + peers + "), " + disagreements.size() + " disagreements";
    }
}

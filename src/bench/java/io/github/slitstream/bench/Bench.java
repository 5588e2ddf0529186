package io.github.slitstream.bench;

import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.frame.OffHeap;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs rows one after another. One thread. */
public final class Bench {
    private static final long YARDSTICK_BYTES = 64L << 20;
    private static final int YARDSTICK_RUNS = 15;

    private final Tools tools;
    private final Listener listener;
    private final Set<String> absences = new HashSet<>();

    /** Hears how a run goes on. */
    public interface Listener {
        void scored(Score score);

        /** @param words which peer does not take part in this run, and why; said once */
        void absent(String words);
    }

    public Bench(Tools tools, Listener listener) {
        this.tools = tools;
        this.listener = listener;
    }

    /**
     * Times rows.
     *
     * @param seconds to be spent on the rounds of each row, at least
     */
    public List<Score> time(List<Row> rows, double seconds) throws IOException {
        List<Score> all = new ArrayList<>();
        for (Row row : rows) {
            try (RowResources resources = new RowResources(tools)) {
                Measurement measurement = new Measurement(row.setup().prepare(resources), this::absent);
                List<Score> scores = measurement.measure(row.name(), resources, Math.round(seconds * 1e9));
                scores.forEach(listener::scored);
                all.addAll(scores);
            }
        }
        return all;
    }

    /** Does rows in small, without a clock. */
    public Comparison check(List<Row> rows) throws IOException {
        SortedMap<String, Integer> compared = new TreeMap<>();
        List<String> disagreements = new ArrayList<>();
        for (Row row : rows) {
            try (RowResources resources = new RowResources(tools)) {
                Measurement measurement = new Measurement(row.small().prepare(resources), this::absent);
                measurement.compared().forEach(peer -> compared.merge(peer, 1, Integer::sum));
                measurement.disagreeing().forEach(peer -> disagreements.add(row.name() + ": " + peer));
            }
        }
        return new Comparison(rows.size(), compared, disagreements);
    }

    /** Bytes per second, read and written, that a copy of 64 MiB moves. */
    public double copyBytesPerSecond(int threads) {
        try (Workers workers = new Workers(threads); Arena arena = Arena.ofShared()) {
            MemorySegment source = OffHeap.allocate(YARDSTICK_BYTES, arena);
            Copy copy = new Copy(workers, source, YARDSTICK_BYTES, arena);
            double[] times = new double[YARDSTICK_RUNS];
            for (int i = 0; i < times.length; i++) {
                times[i] = copy.nanos(1);
            }
            return 2.0 * YARDSTICK_BYTES / Median.of(times) * 1e9;
        }
    }

    private void absent(String words) {
        if (absences.add(words)) {
            listener.absent(words);
        }
    }
}

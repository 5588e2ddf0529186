package io.github.slitstream.bench.stability;

import io.github.slitstream.bench.OwnTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Starts the program again and again. Each start times all rows in an order of its own. At its end it times those
 * again, up to {@value #REPEATS} times, that took suspiciously long, and the best time counts: what disturbed the
 * machine passes, but code that is badly compiled stays so. Machines that share a processor are disturbed for seconds
 * or for minutes, so each time it waits twice as long before. One thread.
 */
public final class Soak {
    private static final int REPEATS = 6;
    /** In the first start, where all are: without waiting, since they take long enough. */
    private static final int REPEATS_OF_ALL = 3;

    private final Start.Maker maker;
    private final Duration pause;
    private final double limit;
    private final Consumer<StartTimes> listener;
    private final Map<String, Double> best = new HashMap<>();

    /**
     * @param pause before rows of one start are timed for the second time, which doubles each time after
     * @param limit how many times its best start a row may take, above 1
     * @param listener hears of each start that is done
     */
    public Soak(Start.Maker maker, Duration pause, double limit, Consumer<StartTimes> listener) {
        this.maker = maker;
        this.pause = pause;
        this.limit = limit;
        this.listener = listener;
    }

    /**
     * Runs all starts, one after another.
     *
     * @param seed of the first start; each of the others has one more than the start before it
     * @throws IOException if a start fails; the message names its seed and the reason
     */
    public List<StartTimes> run(List<String> rows, int starts, long seed) throws IOException, InterruptedException {
        List<StartTimes> all = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            StartTimes times = start(rows, seed + i);
            all.add(times);
            times.times().forEach((row, time) -> best.merge(row, time.millis(), Math::min));
            listener.accept(times);
        }
        return all;
    }

    private StartTimes start(List<String> rows, long seed) throws IOException, InterruptedException {
        Map<String, OwnTime> times = new LinkedHashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        try (Start start = maker.start()) {
            for (String row : order(rows, seed)) {
                times.put(row, start.time(row));
            }
            boolean first = best.isEmpty();
            for (int i = 0; i < (first ? REPEATS_OF_ALL : REPEATS); i++) {
                List<String> suspicious = suspicious(times);
                if (suspicious.isEmpty()) {
                    break;
                }
                if (!first) {
                    Thread.sleep(pause.multipliedBy(1L << i));
                }
                for (String row : suspicious) {
                    repeated.add(row);
                    times.merge(row, start.time(row), OwnTime::better);
                }
            }
        } catch (IOException e) {
            throw new IOException("the start with seed " + seed + " failed: " + e.getMessage(), e);
        }
        return new StartTimes(seed, times, repeated);
    }

    /** The order is the same for the same rows and seed on every machine. */
    static List<String> order(List<String> rows, long seed) {
        List<String> order = new ArrayList<>(rows);
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private List<String> suspicious(Map<String, OwnTime> times) {
        return times.entrySet().stream().filter(entry -> isSuspicious(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey).toList();
    }

    /**
     * Half of what the limit allows is enough: a later start may be better than the best one so far. In the first
     * start, which can be compared with none, every row is suspicious.
     */
    private boolean isSuspicious(String row, OwnTime time) {
        Double before = best.get(row);
        return before == null || time.millis() > before * (1 + (limit - 1) / 2);
    }
}

package io.github.slitstream.bench;

import io.github.slitstream.bench.Contest.Peer;
import io.github.slitstream.bench.peer.PeerMissing;
import io.github.slitstream.bench.peer.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One row played out. Results are compared first. Then all sides and the copy take turns, round by round, so that a
 * machine that slows down slows all of them down; the median of the rounds counts.
 */
final class Match {
    /** Of the time for the rounds, what each side gets before them. */
    private static final double WARM_UP_SHARE = 0.3;
    /** How long a side is timed in one round, if one run does not take longer. */
    private static final long TURN_NANOS = 10_000_000L;
    private static final int MIN_ROUNDS = 7;
    /** Threads of OpenMP and the like go on spinning for a while after their work. */
    private static final long REST_MILLIS = 3;

    private final Contest contest;
    private final List<Peer> peers = new ArrayList<>();
    private final List<Boolean> agreements = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    /**
     * Makes the peers ready and compares results.
     *
     * @param absent told in a few words of each peer that is missing
     */
    Match(Contest contest, Consumer<String> absent) throws IOException {
        this.contest = contest;
        contest.ours().nanos(1);
        turns.add(new Turn(contest.ours()));
        for (Peer peer : contest.peers()) {
            try {
                Side side = peer.maker().make();
                side.nanos(1);
                agreements.add(peer.agreement().holds(contest.ours().result(), side.result()));
                turns.add(new Turn(side));
                peers.add(peer);
            } catch (PeerMissing missing) {
                absent.accept(peer.name() + ": " + missing.getMessage());
            }
        }
    }

    /** The names of those who took part. */
    List<String> compared() {
        return peers.stream().map(Peer::name).toList();
    }

    /** The names of those who came to another result. */
    List<String> disagreeing() {
        return IntStream.range(0, peers.size()).filter(i -> !agreements.get(i)).mapToObj(i -> peers.get(i).name())
                .toList();
    }

    /** @param nanos to be spent on rounds, more where {@value #MIN_ROUNDS} rounds take longer */
    List<Score> play(String name, Stand stand, long nanos) throws IOException {
        Traffic traffic = contest.traffic();
        Copy copy = new Copy(stand.tools().workers(), traffic.input(), traffic.written(), stand.arena());
        turns.add(new Turn(copy));
        for (Turn turn : turns) {
            turn.warmUp(nanos * WARM_UP_SHARE);
        }
        long begun = System.nanoTime();
        for (int round = 0; round < MIN_ROUNDS || System.nanoTime() - begun < nanos; round++) {
            for (Turn turn : turns) {
                rest();
                turn.take();
            }
        }
        return scores(name, traffic.moved() / turns.getFirst().median(), copy.moved() / turns.getLast().median());
    }

    private List<Score> scores(String name, double speed, double copySpeed) {
        List<Score> scores = new ArrayList<>();
        double ours = turns.getFirst().median();
        for (int i = 0; i < peers.size(); i++) {
            Peer peer = peers.get(i);
            scores.add(new Score(name, peer.name(), peer.note(), ours / 1e6, turns.get(1 + i).median() / 1e6,
                    speed / copySpeed, agreements.get(i)));
        }
        return scores;
    }

    private static void rest() throws IOException {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped before the bench was done", e);
        }
    }

    /** A side and the times of its rounds, in nanoseconds for one run. */
    private static final class Turn {
        private final Side side;
        private final List<Double> times = new ArrayList<>();
        private int runs = 1;

        Turn(Side side) {
            this.side = side;
        }

        /** Runs until the code is compiled and the memory is there, and finds out how many runs make one turn. */
        void warmUp(double nanos) throws IOException {
            long spent = 0;
            long last;
            do {
                last = side.nanos(1);
                spent += last;
            } while (spent < nanos);
            runs = (int) Math.max(1, TURN_NANOS / Math.max(1, last));
        }

        void take() throws IOException {
            times.add(side.nanos(runs) / (double) runs);
        }

        double median() {
            return Median.of(times.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}

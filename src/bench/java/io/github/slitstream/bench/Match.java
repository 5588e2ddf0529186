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
 * One row played out. Results are compared first. Then all sides and the copy take turns; the median of the rounds
 * counts.
 */
final class Match {
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

    /** @param nanos to be spent on rounds, more where a few rounds take longer */
    List<Score> play(String name, Stand stand, long nanos) throws IOException {
        Traffic traffic = contest.traffic();
        Copy copy = new Copy(stand.tools().workers(), traffic.input(), traffic.written(), stand.arena());
        turns.add(new Turn(copy));
        Rounds.warmUp(turns, nanos);
        Rounds.play(turns, nanos);
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
}

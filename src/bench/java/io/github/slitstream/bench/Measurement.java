package io.github.slitstream.bench;

import io.github.slitstream.bench.Workload.Peer;
import io.github.slitstream.bench.peer.PeerMissing;
import io.github.slitstream.bench.peer.Implementation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One row timed. Results are compared first. Then all implementations and the copy take turns; the median of the rounds
 * counts.
 */
final class Measurement {
    private final Workload workload;
    private final List<Peer> peers = new ArrayList<>();
    private final List<Boolean> agreements = new ArrayList<>();
    private final List<Timing> timings = new ArrayList<>();

    /**
     * Makes the peers ready and compares results.
     *
     * @param absent told in a few words of each peer that is missing
     */
    Measurement(Workload workload, Consumer<String> absent) throws IOException {
        this.workload = workload;
        workload.ours().nanos(1);
        timings.add(new Timing(workload.ours()));
        for (Peer peer : workload.peers()) {
            try {
                Implementation implementation = peer.maker().make();
                implementation.nanos(1);
                agreements.add(peer.agreement().holds(workload.ours().result(), implementation.result()));
                timings.add(new Timing(implementation));
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
    List<Score> measure(String name, RowResources resources, long nanos) throws IOException {
        Traffic traffic = workload.traffic();
        Copy copy = new Copy(resources.tools().workers(), traffic.input(), traffic.written(), resources.arena());
        timings.add(new Timing(copy));
        Rounds.warmUp(timings, nanos);
        Rounds.run(timings, nanos);
        return scores(name, traffic.moved() / timings.getFirst().median(), copy.moved() / timings.getLast().median());
    }

    private List<Score> scores(String name, double speed, double copySpeed) {
        List<Score> scores = new ArrayList<>();
        double ours = timings.getFirst().median();
        for (int i = 0; i < peers.size(); i++) {
            Peer peer = peers.get(i);
            scores.add(new Score(name, peer.name(), peer.note(), ours / 1e6, timings.get(1 + i).median() / 1e6,
                    speed / copySpeed, agreements.get(i)));
        }
        return scores;
    }
}

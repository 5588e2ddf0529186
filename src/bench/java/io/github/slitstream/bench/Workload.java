package io.github.slitstream.bench;

import io.github.slitstream.bench.peer.PeerMissing;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A work made ready to be timed: our implementation, those who do the same, and the bytes that it moves. */
public final class Workload {
    private static final String OURS = "ours";

    private final Implementation ours;
    private final Traffic traffic;
    private final List<Peer> peers = new ArrayList<>();

    /** Makes a peer ready, or says that this machine does not have it. */
    @FunctionalInterface
    public interface Maker {
        /** @throws PeerMissing if it cannot take part here */
        Implementation make() throws IOException;
    }

    /**
     * Another who does the work.
     *
     * @param name one lower-case word
     * @param note what it does differently, in a few words, or empty
     */
    record Peer(String name, String note, Agreement agreement, Maker maker) {}

    public Workload(Implementation ours, Traffic traffic) {
        this.ours = ours;
        this.traffic = traffic;
    }

    /** Adds a peer that does exactly the same. */
    public Workload against(String name, Agreement agreement, Maker maker) {
        return against(name, "", agreement, maker);
    }

    /**
     * Adds a peer.
     *
     * @param name one lower-case word
     * @param note what it does differently, in a few words
     */
    public Workload against(String name, String note, Agreement agreement, Maker maker) {
        peers.add(new Peer(name, note, agreement, maker));
        return this;
    }

    /**
     * One implementation by its name.
     *
     * @param name {@code ours}, or a peer's
     * @throws BadValue if no implementation is called so
     * @throws PeerMissing if it cannot take part here
     */
    public Implementation implementation(String name) throws IOException {
        if (name.equals(OURS)) {
            return ours;
        }
        for (Peer peer : peers) {
            if (peer.name().equals(name)) {
                return peer.maker().make();
            }
        }
        throw BadValue.unknown("implementation", name,
                Stream.concat(Stream.of(OURS), peers.stream().map(Peer::name)).toList());
    }

    Implementation ours() {
        return ours;
    }

    Traffic traffic() {
        return traffic;
    }

    List<Peer> peers() {
        return peers;
    }
}

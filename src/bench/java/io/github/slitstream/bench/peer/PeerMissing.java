package io.github.slitstream.bench.peer;

import java.io.IOException;

/** A peer that this machine does not have; the message says in a few words what is missing. */
public final class PeerMissing extends IOException {
    private static final long serialVersionUID = 1L;

    public PeerMissing(String message) {
        super(message);
    }
}

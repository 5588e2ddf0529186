package io.github.slitstream.bench;

/**
 * How one row went against one peer.
 *
 * @param name of the row
 * @param note what the peer does differently, or empty
 * @param oursMs median of one run
 * @param peerMs likewise
 * @param copyShare bytes that our implementation moved in a second, of those that a copy with as many threads moved
 * @param agrees whether both came to the same result
 */
public record Score(String name, String peer, String note, double oursMs, double peerMs, double copyShare,
        boolean agrees) {
    /** Below 1 we are faster. */
    public double ratio() {
        return oursMs / peerMs;
    }
}

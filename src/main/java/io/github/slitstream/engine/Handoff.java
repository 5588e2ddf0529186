package io.github.slitstream.engine;

/**
 * How far one thread that fills places and another that empties them may go on: there is a fixed number of places,
 * which are used in turn. What the places are, the two know. A third may abandon it all.
 */
final class Handoff {
    private final int places;
    private long filled;
    private long emptied;
    private boolean complete;
    private boolean abandoned;

    /** @param places at least 1 */
    Handoff(int places) {
        this.places = places;
    }

    /** The filling thread: waits for a free place. @return false if nothing more is wanted */
    synchronized boolean awaitFree() throws InterruptedException {
        while (filled - emptied == places && !abandoned) {
            wait();
        }
        return !abandoned;
    }

    /** The filling thread: the next place is filled. */
    synchronized void fill() {
        filled++;
        notifyAll();
    }

    /** The filling thread: nothing more comes. */
    synchronized void complete() {
        complete = true;
        notifyAll();
    }

    /**
     * The emptying thread: waits until the next place is filled. @return false if nothing more comes, or nothing more
     * is wanted
     */
    synchronized boolean awaitFilled() throws InterruptedException {
        while (filled == emptied && !complete && !abandoned) {
            wait();
        }
        return filled > emptied && !abandoned;
    }

    /** The emptying thread: the place that was filled first is free again. */
    synchronized void empty() {
        emptied++;
        notifyAll();
    }

    /** Any thread: neither of the two goes on. */
    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /** Whether everything that was to come came, and was taken. */
    synchronized boolean isDone() {
        return complete && filled == emptied && !abandoned;
    }
}

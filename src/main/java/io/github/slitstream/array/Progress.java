package io.github.slitstream.array;

/** Told how much of a work is done, by the thread that writes. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress UNWATCHED = (count, total) -> {};

    void done(long count, long total);
}

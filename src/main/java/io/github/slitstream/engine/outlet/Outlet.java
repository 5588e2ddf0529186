package io.github.slitstream.engine.outlet;

import org.jspecify.annotations.Nullable;

/**
 * Somewhere pictures or sound go, on a thread of its own behind a bounded queue. They differ in who wins where the
 * queue is full: the newest, or what is queued already. Whoever offers something neither waits nor hears what happens
 * behind the queue.
 */
public sealed interface Outlet permits PictureExchange, Recording, Speaker {
    /** Pictures, or of a speaker blocks of sound, that were lost on their way to the outlet's thread. */
    long dropped();

    /** Why nothing more goes through, in one line, or null. */
    @Nullable
    String failure();
}

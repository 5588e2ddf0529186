package io.github.slitstream.engine.intake;

import io.github.slitstream.frame.SourceInfo;

/** How the source of the picture is doing. */
public sealed interface SourceState {
    /** Nothing has been asked for, or it is being opened for the first time. */
    record Opening(String address) implements SourceState {}

    /**
     * Nothing plays, because what was asked for could not be opened.
     *
     * @param reason one line
     */
    record Refused(String address, String reason) implements SourceState {}

    record Playing(SourceInfo info) implements SourceState {}

    /** A file came to its end and does not loop. */
    record Ended(SourceInfo info) implements SourceState {}

    /**
     * A source that played went away; the picture stays and it is opened again and again until it comes back.
     *
     * @param reason one line
     */
    record Lost(SourceInfo info, String reason) implements SourceState {}
}

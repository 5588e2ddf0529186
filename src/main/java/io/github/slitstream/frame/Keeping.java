package io.github.slitstream.frame;

/** What becomes of an output that ends before it is finished. */
public enum Keeping {
    /** Nothing is left of it, and what was there before stays. */
    WHOLE,
    /**
     * What was written stays, whatever ends the program, in a file whose name says that it is unfinished; no other is
     * replaced.
     */
    WRITTEN
}

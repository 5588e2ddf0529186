package io.github.slitstream.param;

import java.util.List;
import java.util.Optional;

/** What a {@link Text} has to be like. */
public interface Syntax {
    /** What is wrong with a text, and where. */
    record Flaw(int column, String reason) {
        /**
         * @param column 1 is the first character; behind the last where something is missing
         * @param reason what is wrong there and what may stand there instead, in half a sentence
         */
        public Flaw {}

        /** As messages say it. */
        public String words() {
            return "column " + column + ": " + reason;
        }
    }

    /** What a word that was begun may become: {@code text} in the place of what stands from {@code from} on. */
    record Completion(int from, String text) {}

    /**
     * What the word may become that ends at a place, the likeliest first; empty where none was begun, or it is one
     * already.
     *
     * @param at 0 … the length of the text
     */
    default List<Completion> completions(String text, int at) {
        return List.of();
    }

    /** What is allowed, in words. */
    String allowed();

    /** The first thing that is wrong, if anything. Never throws, and takes no longer than a person notices. */
    Optional<Flaw> flaw(String text);
}

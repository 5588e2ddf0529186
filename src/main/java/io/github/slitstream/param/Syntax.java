package io.github.slitstream.param;

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

    /** What is allowed, in words. */
    String allowed();

    /** The first thing that is wrong, if anything. Never throws, and takes no longer than a person notices. */
    Optional<Flaw> flaw(String text);
}

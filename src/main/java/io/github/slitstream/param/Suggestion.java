package io.github.slitstream.param;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses what was meant by a name that does not exist. */
final class Suggestion {
    /** More slips of the finger than this make another word. */
    private static final int MAX_EDITS = 2;

    private Suggestion() {}

    /** The known name that is nearest to the given one, if it is near enough to have been meant. */
    static Optional<String> near(String given, List<String> known) {
        return known.stream().filter(name -> edits(given, name) <= Math.min(MAX_EDITS, name.length() / 2))
                .min(Comparator.comparingInt(name -> edits(given, name)));
    }

    /** Levenshtein's distance: letters to insert, remove or replace. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}

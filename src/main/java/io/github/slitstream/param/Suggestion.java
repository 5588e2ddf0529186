package io.github.slitstream.param;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses what was meant by a name that does not exist. */
public final class Suggestion {
    /** More slips of the finger than this make another word, */
    private static final int MAX_EDITS = 2;
    /** and so does more than one slip for so many letters. */
    private static final int LETTERS_PER_EDIT = 3;

    private Suggestion() {}

    /** The known name that is nearest to the given one, if it is near enough to have been meant. */
    public static Optional<String> near(String given, List<String> known) {
        return known.stream().filter(name -> edits(given, name) <= mostEdits(name))
                .min(Comparator.comparingInt(name -> edits(given, name)));
    }

    private static int mostEdits(String name) {
        return name.length() < 2 ? 0 : Math.clamp(name.length() / LETTERS_PER_EDIT, 1, MAX_EDITS);
    }

    /** Letters to insert, remove, replace, or swap with their neighbour. */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int fewest(int[][] edits, String from, String to, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int one = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean isSwapped = i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        return isSwapped ? Math.min(one, 1 + edits[i - 2][j - 2]) : one;
    }
}

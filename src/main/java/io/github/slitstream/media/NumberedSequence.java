package io.github.slitstream.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The numbered files that exist, in order, from the lowest number on. Missing numbers are passed over, up to
 * {@value #LONGEST_GAP} at a time: what lies behind a longer gap is no part of the sequence, but something else in the
 * same folder.
 *
 * @param files at least one
 * @param missing the numbers between them, {@code 102} or {@code 102 … 107}
 * @param leftOut how many files lie behind the gap that is too long
 */
record NumberedSequence(NumberedFiles pattern, List<Path> files, List<String> missing, int leftOut) {
    private static final int LONGEST_GAP = 1_000;
    private static final int MOST_NAMED = 5;

    /** @throws IOException if there is no such folder or no such file; {@code address} is for the message */
    static NumberedSequence find(NumberedFiles pattern, String address) throws IOException {
        Path folder = pattern.folder();
        if (!folder.toAbsolutePath().toFile().isDirectory()) {
            throw new IOException(address + ": there is no folder " + folder + "; check the path");
        }
        List<Path> files = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Map<Integer, Path> present = pattern.present();
        int last = -1;
        for (Map.Entry<Integer, Path> next : present.entrySet()) {
            int number = next.getKey();
            if (!files.isEmpty() && number > last + 1) {
                if (number - last - 1 > LONGEST_GAP) {
                    break;
                }
                missing.add(number == last + 2 ? "" + (last + 1) : (last + 1) + " … " + (number - 1));
            }
            files.add(next.getValue());
            last = number;
        }
        if (files.isEmpty()) {
            throw new IOException(address + ": no file has such a name; the first would be, for example, "
                    + pattern.file(1));
        }
        return new NumberedSequence(pattern, List.copyOf(files), List.copyOf(missing), present.size() - files.size());
    }

    /** What a person should know of the gaps, one sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!missing.isEmpty()) {
            String named = String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size())));
            String more = missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " other gaps" : "";
            notes.add(pattern + ": missing " + named + more + "; the pictures around follow one another");
        }
        if (leftOut > 0) {
            notes.add(pattern + ": " + leftOut + " of the files are left out, because more than " + LONGEST_GAP
                    + " numbers are missing before them; give them a name of their own");
        }
        return notes;
    }
}

package io.github.slitstream.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The formats that pictures and sound are written in, and what each of them holds: messages, the window's choice, the
 * command line and the documentation go by this.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists made by List.of, and records of values
public enum OutputFormat {
    MP4("MP4", "H.264, or HEVC and AV1 by name of an encoder: plays everywhere.", List.of("mp4", "m4v"),
            new Holds(true, Sound.INSIDE, false, 8, false, Timing.VARIABLE)),
    WEBM("WebM",
            "VP9: for the web, with alpha where there is any.", List.of("webm"),
            new Holds(true, Sound.INSIDE, true, 8, false, Timing.VARIABLE)),
    MKV("MKV",
            "FFV1: every bit of every picture, every sample of the sound.", List.of("mkv"),
            new Holds(true, Sound.INSIDE, true, 8, true, Timing.VARIABLE)),
    MOV("MOV",
            "ProRes 422, or 4444 where there is alpha: to be edited.", List.of("mov"),
            new Holds(true, Sound.INSIDE, true, 10, false, Timing.VARIABLE)),
    GIF("GIF",
            "The best 32 to 256 colours for each picture, sides up to 720 pixels, up to 50 pictures a second.",
            List.of("gif"),
            new Holds(true, Sound.NONE, false, 8, false, Timing.VARIABLE)),
    WEBP("WebP",
            "Animated, smaller than GIF and with alpha: for web pages.", List.of("webp"),
            new Holds(true, Sound.NONE, true, 8, false, Timing.VARIABLE)),
    PNG("PNG", "Exact: a still, or numbered ones (%05d in the name), a file for each moment.", List.of("png"),
            new Holds(false, Sound.BESIDE, true, 8, true, Timing.CONSTANT)),
    JPEG("JPEG", "Fine: a still, or numbered ones (%05d in the name), a file for each moment.", List.of("jpg", "jpeg"),
            new Holds(false, Sound.BESIDE, false, 8, false, Timing.CONSTANT));

    /** Where the sound is. */
    public enum Sound {
        /** In the file itself. */
        INSIDE,
        /** Beside numbered pictures, in a WAV file. */
        BESIDE,
        NONE
    }

    /** When pictures are shown. */
    public enum Timing {
        /** Each at its own time. */
        VARIABLE,
        /** One after the other; the rate is not in the files. */
        CONSTANT
    }

    /**
     * What a format holds.
     *
     * @param isMoving whether one file holds many pictures
     * @param bits of a channel
     * @param isExact whether pictures come back bit by bit, and sound sample by sample
     */
    public record Holds(boolean isMoving, Sound sound, boolean alpha, int bits, boolean isExact, Timing timing) {}

    private final String label;
    private final String doc;
    private final List<String> endings;
    private final Holds holds;

    OutputFormat(String label, String doc, List<String> endings, Holds holds) {
        this.label = label;
        this.doc = doc;
        this.endings = endings;
        this.holds = holds;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** What it is and what it is for, in a few words. */
    public String doc() {
        return doc;
    }

    /** Of file names, without the dot; the usual one first. */
    public List<String> endings() {
        return endings;
    }

    public Holds holds() {
        return holds;
    }

    /** The one of a file's name; in capitals, too. */
    public static Optional<OutputFormat> of(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean hasEnding = fileName.indexOf('.') >= 0;
        return Arrays.stream(values()).filter(format -> hasEnding && format.endings.contains(ending)).findFirst();
    }

    /** Those that hold many pictures in one file. */
    public static List<OutputFormat> moving() {
        return Arrays.stream(values()).filter(format -> format.holds.isMoving()).toList();
    }

    /** Those that recordings are made in: many pictures in one file, or numbered ones that are exact. */
    public static List<OutputFormat> recorded() {
        return Arrays.stream(values()).filter(format -> format.holds.isMoving() || format.holds.isExact()).toList();
    }

    /** What can be written, for messages. */
    public static String allowed() {
        return "a " + endings(true) + " video, a " + endings(false) + " picture, or pictures such as %05d.png";
    }

    private static String endings(boolean isMoving) {
        List<String> all = Arrays.stream(values()).filter(format -> format.holds.isMoving() == isMoving)
                .flatMap(format -> format.endings.stream()).map(ending -> "." + ending).toList();
        return all.stream().limit(all.size() - 1L).collect(Collectors.joining(", ")) + " or " + all.getLast();
    }
}

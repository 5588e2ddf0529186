package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What could not be read of a video since its start or the last seek, to be told in one line. One thread. */
final class Damage {
    /** What is nearer belongs to the same damaged place. */
    private static final long SAME_PLACE_NANOS = 1_000_000_000L;
    /** Pictures that may come out before one that was lost is missed. */
    private static final int MOST_REORDERED = 16;

    /** Packets that were refused since the last picture. */
    private int refused;
    private int lastError = AVERROR_INVALIDDATA();
    /** For so many pictures more, a gap between them comes from what was lost. */
    private int tornFor;
    private long gapNanos;
    private long gapFrames;

    private int places;
    private long firstNanos;
    private int firstError;
    private long placeNanos;
    /** Of the newest place: a picture that was refused also leaves a gap, perhaps some pictures later. */
    private long placeRefused;
    private long placeGaps;
    private long missingBefore;
    private long flawed;
    private long endNanos;
    private double missingSeconds;

    /**
     * A packet, or part of one, gave no picture.
     *
     * @param error FFmpeg's code
     */
    void refuse(int error) {
        refused++;
        lastError = error;
    }

    /** Part of the container was lost about here, or of the newest packet. */
    void tear() {
        tornFor = MOST_REORDERED;
    }

    /**
     * A picture came out.
     *
     * @param nanos when it was due
     * @param isFlawed whether its decoder had to guess parts of it
     * @param gap how many frames would fill the time between the one before and this, in a video of a steady rate
     */
    void picture(long nanos, boolean isFlawed, long gap) {
        if (gap > 0) {
            gapNanos = nanos;
            gapFrames = gap;
        }
        boolean near = tornFor > 0 || (places > 0 && nanos - placeNanos < SAME_PLACE_NANOS);
        if (refused > 0 || isFlawed || (near && gap > 0)) {
            note(nanos);
            flawed += isFlawed ? 1 : 0;
        }
        tornFor = Math.max(0, tornFor - 1);
    }

    /**
     * There are no more pictures.
     *
     * @param secondsMissing how much sooner that is than the container said, or 0
     */
    void end(long nanos, double secondsMissing) {
        if (refused > 0) {
            note(nanos);
        }
        endNanos = nanos;
        missingSeconds = secondsMissing;
    }

    void clear() {
        refused = 0;
        tornFor = 0;
        gapFrames = 0;
        places = 0;
        placeRefused = 0;
        placeGaps = 0;
        missingBefore = 0;
        flawed = 0;
        missingSeconds = 0;
    }

    /**
     * A line, or none.
     *
     * @param name of the video
     */
    List<String> lines(String name) {
        List<String> facts = new ArrayList<>();
        if (places > 0) {
            facts.add(String.format(Locale.ROOT, "is damaged at %.2f s%s (%s): %s", firstNanos / 1e9, otherPlaces(),
                    new FFmpegException(firstError).reason(), cost()));
        }
        if (missingSeconds > 0) {
            facts.add(String.format(Locale.ROOT, "ends after %.2f s, %.2f s sooner than it says", endNanos / 1e9,
                    missingSeconds));
        }
        return facts.isEmpty() ? List.of() : List.of(name + " " + String.join("; it ", facts));
    }

    private String otherPlaces() {
        return switch (places) {
            case 1 -> "";
            case 2 -> " and in another place";
            default -> " and in " + (places - 1) + " other places";
        };
    }

    private String cost() {
        long missing = missingBefore + Math.max(placeRefused, placeGaps);
        List<String> parts = new ArrayList<>();
        if (missing > 0) {
            parts.add(missing == 1 ? "1 frame is missing" : missing + " frames are missing");
        }
        if (flawed > 0) {
            parts.add(flawed == 1 ? "1 frame shows errors" : flawed + " frames show errors");
        }
        return String.join(", ", parts);
    }

    private void note(long nanos) {
        long begin = gapFrames > 0 && nanos - gapNanos < SAME_PLACE_NANOS ? gapNanos : nanos;
        if (places == 0) {
            firstNanos = begin;
            firstError = lastError;
        }
        if (places == 0 || begin - placeNanos >= SAME_PLACE_NANOS) {
            places++;
            missingBefore += Math.max(placeRefused, placeGaps);
            placeRefused = 0;
            placeGaps = 0;
        }
        placeNanos = nanos;
        placeRefused += refused;
        placeGaps += nanos - gapNanos < SAME_PLACE_NANOS ? gapFrames : 0;
        refused = 0;
        gapFrames = 0;
    }
}

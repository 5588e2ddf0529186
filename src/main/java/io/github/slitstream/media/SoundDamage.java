package io.github.slitstream.media;

import java.util.List;
import java.util.Locale;

/** What cannot be heard of a video, to be told in one line. One thread. */
final class SoundDamage {
    /** Why there is no sound at all; empty if there is some, or was none from the start. */
    private String refusal = "";
    private String reason = "";
    private long firstNanos;
    private int beforeFirst;
    private int lost;
    private boolean heard;

    /**
     * All of the sound is left out.
     *
     * @param codec FFmpeg's name of what it is
     */
    void refuse(String codec, FFmpegException why) {
        refusal = codec + ": " + why.reason();
    }

    /** Something could be heard. */
    void hear() {
        heard = true;
    }

    /**
     * A packet, or part of one, gave no sound. A recording may begin in the middle of a packet: what comes before the
     * first sound counts only if nothing follows.
     *
     * @param nanos when it would be heard, by the container
     */
    void lose(long nanos, FFmpegException why) {
        if (!heard) {
            beforeFirst++;
            reason = why.reason();
            return;
        }
        if (lost++ == 0) {
            firstNanos = nanos;
            reason = why.reason();
        }
    }

    /** It is heard from elsewhere on. */
    void clear() {
        lost = 0;
        beforeFirst = 0;
        heard = false;
    }

    /**
     * A line, or none.
     *
     * @param name of the video
     * @param originNanos when it begins, by the container
     * @param isOver whether all of it was read
     */
    List<String> lines(String name, long originNanos, boolean isOver) {
        if (!refusal.isEmpty()) {
            return List.of(name + " has sound that cannot be decoded (" + refusal + "); it is left out");
        }
        if (lost > 0) {
            return List.of(String.format(Locale.ROOT, "the sound of %s is damaged at %.2f s (%s): %s silent", name,
                    Math.max(0, firstNanos - originNanos) / 1e9, reason,
                    lost == 1 ? "1 packet is" : lost + " packets are"));
        }
        return isOver && !heard && beforeFirst > 0
                ? List.of(name + " has sound of which nothing can be decoded (" + reason + ")")
                : List.of();
    }
}

package io.github.slitstream.frame;

/**
 * The recent past as a reader sees it: frames by age, 0 being now. While fewer frames exist than were asked for, the
 * oldest one stands in. Where now lies behind the newest frame, those that came after it have ages below 0. What is
 * read stays unchanged until the reader asks its ring for a newer view.
 */
public interface FrameHistory {
    FrameSize size();

    /** The frames of the first view by age, from now on back. */
    FrameSequence moments();

    /** All frames of the first view, the newest first; now is at the place {@link #ahead()}. */
    default FrameSequence around() {
        return moments();
    }

    /** How many frames there are that came after now. */
    default int ahead() {
        return 0;
    }

    /**
     * The moment that is now as every camera of a rig sees it, from the first camera on; without a rig there is one.
     */
    FrameSequence views();

    /** How many frames of each view are kept once enough have been captured. */
    default int capacity() {
        return moments().capacity();
    }

    /** How many frames of each view exist, 1 … {@link #capacity()}. */
    default int length() {
        return moments().length();
    }

    /** Whether its pictures are shown as they come, so that nothing may hold them up. */
    default boolean isLive() {
        return false;
    }

    /** The frame of now, of the first view, to be read only. */
    Frame now();

    /**
     * Capture time of the frame of this age, from {@code -ahead()} on; ages from {@code length()} on give the oldest.
     */
    long capturedNanos(int age);

    /**
     * The age in frames of the moment so many seconds before now, between two frames where it falls between their
     * capture times.
     *
     * @param seconds below 0 for moments after now
     * @return {@code -ahead()} … {@code length() - 1}
     */
    default double ageOf(double seconds) {
        double moment = capturedNanos(0) - seconds * 1e9;
        int oldest = length() - 1;
        if (moment <= capturedNanos(oldest)) {
            return oldest;
        }
        int newer = -ahead();
        if (moment >= capturedNanos(newer)) {
            return newer;
        }
        int older = oldest;
        while (older - newer > 1) {
            int middle = (newer + older) >> 1;
            if (capturedNanos(middle) >= moment) {
                newer = middle;
            } else {
                older = middle;
            }
        }
        double gap = capturedNanos(newer) - capturedNanos(older);
        return gap <= 0 ? newer : newer + (capturedNanos(newer) - moment) / gap;
    }

    /** Seconds between now and a fractional age. */
    default double secondsAt(double age) {
        double whole = Math.floor(Math.max(-ahead(), age));
        int newer = (int) whole;
        double newerNanos = capturedNanos(newer);
        double nanos = newerNanos + (capturedNanos(newer + 1) - newerNanos) * (age - whole);
        return (capturedNanos(0) - nanos) / 1e9;
    }
}

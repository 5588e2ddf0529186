package io.github.slitstream.view.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What the window remembers from one time to the next, but for the preset.
 *
 * @param x left edge of the window in screen pixels, NaN to let the platform choose
 * @param y top edge likewise
 * @param volume of the sound, 0 … 1
 * @param source address of what was played last, or empty
 * @param recent what was played before, newest first
 * @param recording how the next recording is made
 */
public record Session(double x, double y, double width, double height, boolean maximized, boolean dark,
        boolean controls, boolean loop, double volume, boolean muted, String source, List<Recent> recent,
        RecordingSettings recording) {
    private static final int MOST_RECENT = 8;
    private static final double DEFAULT_WIDTH = 1280;
    private static final double DEFAULT_HEIGHT = 720;

    public static final Session FIRST = new Session(Double.NaN, Double.NaN, DEFAULT_WIDTH, DEFAULT_HEIGHT, false, true,
            true, true, 1, false, "", List.of(), RecordingSettings.FIRST);

    public Session {
        recent = List.copyOf(recent);
    }

    public Session withBounds(double newX, double newY, double newWidth, double newHeight) {
        return new Session(newX, newY, newWidth, newHeight, maximized, dark, controls, loop, volume, muted, source,
                recent, recording);
    }

    public Session withMaximized(boolean on) {
        return new Session(x, y, width, height, on, dark, controls, loop, volume, muted, source, recent, recording);
    }

    public Session withDark(boolean on) {
        return new Session(x, y, width, height, maximized, on, controls, loop, volume, muted, source, recent,
                recording);
    }

    public Session withControls(boolean on) {
        return new Session(x, y, width, height, maximized, dark, on, loop, volume, muted, source, recent, recording);
    }

    public Session withLoop(boolean on) {
        return new Session(x, y, width, height, maximized, dark, controls, on, volume, muted, source, recent,
                recording);
    }

    public Session withSound(double newVolume, boolean mute) {
        return new Session(x, y, width, height, maximized, dark, controls, loop, newVolume, mute, source, recent,
                recording);
    }

    public Session withRecording(RecordingSettings settings) {
        return new Session(x, y, width, height, maximized, dark, controls, loop, volume, muted, source, recent,
                settings);
    }

    /** With this source as the last one, and first among the recent ones. */
    public Session played(String address) {
        List<Recent> newer = new ArrayList<>(List.of(new Recent(address, secondsOf(address))));
        recent.stream().filter(other -> !other.address().equals(address)).limit(MOST_RECENT - 1L).forEach(newer::add);
        return new Session(x, y, width, height, maximized, dark, controls, loop, volume, muted, address, newer,
                recording);
    }

    /** With the place where one of the recent files was left. */
    public Session left(String address, double seconds) {
        List<Recent> noted = recent.stream()
                .map(each -> each.address().equals(address) ? new Recent(address, seconds) : each).toList();
        return new Session(x, y, width, height, maximized, dark, controls, loop, volume, muted, source, noted,
                recording);
    }

    /** Where a file was left; 0 if it is none of the recent ones. */
    public double secondsOf(String address) {
        return recent.stream().filter(each -> each.address().equals(address)).mapToDouble(Recent::seconds).findFirst()
                .orElse(0);
    }
}

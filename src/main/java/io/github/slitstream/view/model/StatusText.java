package io.github.slitstream.view.model;

import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.ring.MemoryLimit;
import io.github.slitstream.engine.statistics.Statistics;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.preset.Ahead;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers of the status strip in words. */
public final class StatusText {
    /**
     * One number of the strip.
     *
     * @param text what is shown
     * @param doc what it means, in one sentence
     * @param alarming whether something is lost
     */
    public record Part(String text, String doc, boolean alarming) {}

    private StatusText() {}

    /**
     * @param frame size of the frames that come in, or null before the first
     * @param kernels description of the arithmetic at work
     */
    public static List<Part> of(Statistics numbers, SourceState source, Preset preset, @Nullable FrameSize frame,
            String kernels) {
        List<Part> parts = new ArrayList<>();
        parts.add(part(String.format(Locale.ROOT, "in %.1f", numbers.capturedPerSecond()),
                "Frames per second that come in."));
        parts.add(part(String.format(Locale.ROOT, "shown %.1f", numbers.shownPerSecond()),
                "Pictures per second that reach the screen."));
        parts.add(part(String.format(Locale.ROOT, "grab %.1f + effects %.1f ms", numbers.grabMillis(),
                numbers.renderMillis()),
                "Milliseconds to get and downsample a frame, and to make a picture of it; medians."));
        parts.add(part(String.format(Locale.ROOT, "latency %.0f ms", numbers.latencyMedianMillis()),
                String.format(Locale.ROOT,
                        "From the capture of a frame to its picture on the screen: median; 99 of 100 within %.0f ms.",
                        numbers.latencyWorstMillis())));
        int ahead = Ahead.frames(preset);
        if (ahead > 0) {
            double rate = info(source).map(SourceInfo::framesPerSecond).orElse(0.0);
            parts.add(part("behind " + (rate > 0 ? seconds(ahead / rate) : DelayPicture.inWords(ahead)),
                    "So long the picture waits for what effects show ahead of time; it is part of the latency."));
        }
        parts.add(new Part("dropped " + numbers.droppedFrames(),
                "Frames that came in while there was no room for them.", numbers.droppedFrames() > 0));
        if (frame != null) {
            parts.add(part(ring(numbers, frame.dividedBy(preset.ring().get(RingSettings.DOWNSAMPLE))),
                    "Frames that the ring keeps, their size, and the memory of all rings."));
        }
        if (!numbers.flow().isEmpty()) {
            parts.add(part(numbers.flow(), "The size at which the motion between frames is found: smaller, and at last "
                    + "not at all, while the machine cannot keep up. Until Java has compiled what follows the motion, "
                    + "and while it is off, frames are blended."));
        }
        parts.add(part(kernels, arithmetic(numbers.kernelFailures())));
        info(source).map(SourceInfo::detail).filter(detail -> !detail.isBlank())
                .ifPresent(detail -> parts.add(part(detail, "What the source gives: " + detail)));
        return parts;
    }

    /** The shape of the pixels of what plays. */
    public static PixelShape pixels(SourceState source) {
        return info(source).map(SourceInfo::pixels).orElse(PixelShape.SQUARE);
    }

    /** The source that plays or played, where there is one. */
    public static Optional<SourceInfo> info(SourceState source) {
        return switch (source) {
            case SourceState.Playing(SourceInfo info) -> Optional.of(info);
            case SourceState.Ended(SourceInfo info) -> Optional.of(info);
            case SourceState.Lost(SourceInfo info, String reason) -> Optional.of(info);
            case SourceState.Opening opening -> Optional.empty();
            case SourceState.Refused refused -> Optional.empty();
        };
    }

    /** A time of recording, such as {@code 00:12} or {@code 1:02:03}. */
    public static String clock(double seconds) {
        long whole = (long) seconds;
        long hours = whole / 3600;
        return hours == 0
                ? String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, whole / 60 % 60, whole % 60);
    }

    /** A delay, such as {@code 0.43 s}. */
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String arithmetic(int failures) {
        String doc = "The arithmetic at work on this machine";
        return failures == 0
                ? doc + "; every kernel is as fast as it should be."
                : doc + "; " + failures + (failures == 1 ? " kernel was" : " kernels were")
                        + " too slow and compiled anew, scalar ones worked meanwhile.";
    }

    private static String ring(Statistics numbers, FrameSize kept) {
        String frames = numbers.ringFilled() < numbers.ringFrames()
                ? numbers.ringFilled() + "/" + numbers.ringFrames()
                : String.valueOf(numbers.ringFrames());
        return "ring " + frames + " × " + kept + ", " + MemoryLimit.inWords(numbers.ringBytes());
    }

    private static Part part(String text, String doc) {
        return new Part(text, doc, false);
    }
}

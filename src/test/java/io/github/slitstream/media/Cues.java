package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is seen and heard in a video of flashes and clicks, in seconds from the first picture.
 *
 * @param flashes when the picture becomes bright
 * @param clicks when sound begins after a tenth of a second without any
 * @param picturesEnd when the last picture begins
 * @param soundEnd when the last sample is over; 0 without sound
 */
public record Cues(List<Double> flashes, List<Double> clicks, double picturesEnd, double soundEnd) {
    private static final float LOUD = 0.2f;
    private static final double QUIET_SECONDS = 0.1;

    public static Cues of(Path file) throws IOException {
        return of(file, 0);
    }

    /** @param start seconds that are passed over by a seek */
    public static Cues of(Path file, double start) throws IOException {
        try (FrameSource source = new MediaSources().open(SourceRequest.of(file.toString()));
                Arena arena = Arena.ofConfined()) {
            if (start > 0) {
                source.seek(Math.round(start * 1e9));
            }
            return read(source, Frame.allocate(source.info().size(), arena));
        }
    }

    private static Cues read(FrameSource source, Frame frame) throws IOException {
        List<Double> flashes = new ArrayList<>();
        Clicks clicks = new Clicks();
        boolean wasBright = false;
        double end = 0;
        for (long nanos = source.read(frame); nanos != FrameSource.END; nanos = source.read(frame)) {
            end = nanos / 1e9;
            boolean bright = (frame.pixels().get(ValueLayout.JAVA_BYTE, 0) & 0xff) > 128;
            if (bright && !wasBright) {
                flashes.add(end);
            }
            wasBright = bright;
            for (SoundBlock next = source.readSound(nanos); next != null; next = source.readSound(nanos)) {
                clicks.hear(next);
            }
        }
        SoundBlock rest = source.readSound(Long.MAX_VALUE);
        while (rest != null) {
            clicks.hear(rest);
            rest = source.readSound(Long.MAX_VALUE);
        }
        return new Cues(flashes, clicks.begins, end, clicks.end);
    }

    private static final class Clicks {
        private final List<Double> begins = new ArrayList<>();
        private double lastLoud = -1;
        private double end;

        void hear(SoundBlock block) {
            int channels = block.format().channels();
            for (int moment = 0; moment < block.moments(); moment++) {
                double seconds = block.capturedNanos() / 1e9 + moment / (double) block.format().rate();
                if (Math.abs(block.samples()[moment * channels]) > LOUD) {
                    if (seconds - lastLoud > QUIET_SECONDS) {
                        begins.add(seconds);
                    }
                    lastLoud = seconds;
                }
            }
            end = block.endNanos() / 1e9;
        }
    }
}

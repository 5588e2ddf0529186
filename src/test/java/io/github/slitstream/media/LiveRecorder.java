package io.github.slitstream.media;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that records without end, as the window does, until somebody kills it. It says how many pictures it wrote.
 */
public final class LiveRecorder {
    static final FrameSize SIZE = new FrameSize(160, 96);
    static final int FRAMES_PER_SECOND = 30;
    private static final SoundFormat SOUND = new SoundFormat(2, 48_000);

    private LiveRecorder() {}

    static SinkRequest request(Path file) {
        return new SinkRequest(file.toString(), SIZE, PixelShape.SQUARE, FRAMES_PER_SECOND, SOUND)
                .live(Encoding.USUAL);
    }

    /** A recording of these pictures that has not ended. */
    static Sink begin(Path file, List<Frame> pictures) throws IOException {
        Sink sink = new MediaSinks().open(request(file));
        for (int number = 0; number < pictures.size(); number++) {
            write(sink, pictures.get(number), number);
        }
        return sink;
    }

    /** Writes picture number n, and its sound. */
    static void write(Sink sink, Frame picture, int number) throws IOException {
        long nanos = number * 1_000_000_000L / FRAMES_PER_SECOND;
        sink.write(picture, nanos);
        if (!sink.hasSound()) {
            return;
        }
        float[] samples = new float[2 * SOUND.rate() / FRAMES_PER_SECOND];
        sink.write(new SoundBlock(samples, SOUND, nanos), nanos);
    }

    /** @param arguments the file to record */
    public static void main(String[] arguments) throws Exception {
        List<Frame> pictures = TestFrames.gradients(SIZE, 30, 0);
        try (Sink sink = new MediaSinks().open(request(Path.of(arguments[0])))) {
            long begin = System.nanoTime();
            for (int number = 0;; number++) {
                write(sink, pictures.get(number % pictures.size()), number);
                System.out.println(number + 1);
                long due = begin + (number + 1) * 1_000_000_000L / FRAMES_PER_SECOND;
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            }
        }
    }
}

package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.engine.OfflineRender;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.outlet.Outlets;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundLineOpener;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.preset.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;

/** A source as a whole in a file, by way of the parts of the program that write one. */
final class WholeOutput {
    /** Of the clock by which a recording is made. */
    private static final long BEGIN = 7_000_000_000L;

    private WholeOutput() {}

    static void render(FrameSource source, Path file, OfflineRender.Part part) throws Exception {
        new OfflineRender(new MediaSinks(), OpenCvResizer::new, new ScalarKernels(), new Workers(1)).render(source,
                Preset.empty("test"), part, OfflineRender.Output.whole(file.toString(), false),
                (frames, total) -> {});
    }

    /** Records it as live: sound comes a picture later, what is left of it after the end of the pictures. */
    static void record(FrameSource source, SinkRequest request) throws Exception {
        Outlets outlets = new Outlets(OpenCvResizer::new, SoundLineOpener.NONE);
        try {
            Recording recording = outlets.record(new MediaSinks().open(request), request.size());
            Frame picture = TestFrames.blank(request.size());
            Queue<SoundBlock> later = new ArrayDeque<>();
            int read = 0;
            for (long nanos = source.read(picture); nanos != FrameSource.END; nanos = source.read(picture)) {
                picture.stamp(BEGIN + nanos);
                recording.offer(picture);
                later.forEach(block -> outlets.publish(block, 0));
                later.clear();
                hear(source, nanos, later);
                while (recording.isRunning() && recording.frames() < read) {
                    Thread.sleep(1);
                }
                read++;
            }
            recording.end();
            hear(source, Long.MAX_VALUE, later);
            later.forEach(block -> outlets.publish(block, 0));
            recording.stop();
            assertEquals(0, recording.dropped());
        } finally {
            outlets.close();
        }
    }

    private static void hear(FrameSource source, long beforeNanos, Queue<SoundBlock> heard) throws IOException {
        SoundBlock next = source.readSound(beforeNanos);
        while (next != null) {
            heard.add(next.at(BEGIN + next.capturedNanos()));
            next = source.readSound(beforeNanos);
        }
    }
}

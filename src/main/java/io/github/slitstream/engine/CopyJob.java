package io.github.slitstream.engine;

import io.github.slitstream.engine.OfflineRender.FrameListener;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.frame.DecodedPictures;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.SoundDelay;
import java.io.IOException;
import java.util.List;

/**
 * A render that changes no picture: they go from the source to the sink as they were decoded. One thread, because
 * decoders and encoders have their own.
 */
final class CopyJob {
    private final FrameSource source;
    private final DecodedPictures pictures;
    private final Sink sink;
    private final long delayNanos;

    /**
     * @param source at its beginning; stays the caller's
     * @param pictures of the source
     * @param sink that takes them; stays the caller's
     */
    CopyJob(FrameSource source, DecodedPictures pictures, Preset preset, Sink sink) {
        this.source = source;
        this.pictures = pictures;
        this.sink = sink;
        this.delayNanos = SoundDelay.nanos(preset, source.info().framesPerSecond());
    }

    /** Whether all that comes of a picture is the picture itself. */
    static boolean suffices(Preset preset) {
        return preset.chain().stream().noneMatch(Slot::enabled) && preset.ring().get(RingSettings.DOWNSAMPLE) == 1;
    }

    /** As {@link RenderJob#run}. */
    long run(Part part, FrameListener listener) throws IOException, InterruptedException {
        PartReader reader = new PartReader(source, part, pictures::readDecoded);
        RenderSound sound = new RenderSound(source, sink.hasSound(), delayNanos);
        long total = part.framesOf(source.info());
        long written = 0;
        for (long nanos = reader.next(sound); nanos != FrameSource.END; nanos = reader.next(sound)) {
            sink.write(pictures, nanos);
            write(sound.until(nanos));
            listener.rendered(++written, total);
        }
        if (written > 0) {
            write(sound.rest(reader.endNanos()));
            sink.showLastUntil(reader.lastUntil());
            sink.finish();
        }
        return written;
    }

    private void write(List<SoundBlock> blocks) throws IOException {
        for (SoundBlock block : blocks) {
            sink.write(block, block.capturedNanos());
        }
    }
}

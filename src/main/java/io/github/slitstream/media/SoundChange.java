package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/** Makes blocks of one format of those of another, heard at the same times. One thread at a time. */
final class SoundChange implements AutoCloseable {
    private final SoundFormat from;
    private final SoundFormat to;
    private final AVChannelLayout layout = new AVChannelLayout();
    private final SampleInput input;
    private long momentsIn;
    private long momentsOut;

    SoundChange(SoundFormat from, SoundFormat to) throws FFmpegException {
        this.from = from;
        this.to = to;
        SoundConverter.usual(layout, to.channels());
        this.input = new SampleInput(from, layout, AV_SAMPLE_FMT_FLT, to.rate());
    }

    /**
     * What comes of a block; the resampler keeps its last moments, less than a thousandth of a second, for the next.
     */
    SoundBlock change(SoundBlock block) throws FFmpegException {
        long kept = from.nanos(momentsIn) - to.nanos(momentsOut);
        List<float[]> parts = new ArrayList<>();
        input.convert(block.samples(), moments -> parts.add(samples(moments)));
        float[] samples = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, samples, at, part.length);
            at += part.length;
        }
        SoundBlock changed = new SoundBlock(samples, to, block.capturedNanos() - kept);
        momentsIn += block.moments();
        momentsOut += changed.moments();
        return changed;
    }

    private float[] samples(AVFrame moments) {
        float[] samples = new float[moments.nb_samples() * to.channels()];
        new FloatPointer(moments.data(0)).get(samples);
        return samples;
    }

    @Override
    public void close() {
        input.close();
        layout.close();
    }
}

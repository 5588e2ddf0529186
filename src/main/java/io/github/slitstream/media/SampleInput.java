package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;

import io.github.slitstream.frame.SoundFormat;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Brings the samples of blocks of one format to what an encoder takes. One thread at a time. */
final class SampleInput implements AutoCloseable {
    private static final int MOST_MOMENTS = 4_096;

    private final SoundFormat format;
    private final AVChannelLayout layout = new AVChannelLayout();
    private final FloatPointer samples;
    private final PointerPointer<FloatPointer> plane = new PointerPointer<>(1);
    private final SoundConverter converter;

    /** Takes each frame of converted moments, which stays the input's. */
    @FunctionalInterface
    interface Output {
        void accept(AVFrame moments) throws FFmpegException;
    }

    /**
     * @param encoderLayout stays the caller's, and in place as long as this is open
     * @param sampleFormat of the encoder
     * @param rate of the encoder
     */
    SampleInput(SoundFormat format, AVChannelLayout encoderLayout, int sampleFormat, int rate)
            throws FFmpegException {
        this.format = format;
        SoundConverter.usual(layout, format.channels());
        samples = new FloatPointer((long) MOST_MOMENTS * format.channels());
        plane.put(samples);
        converter = new SoundConverter(layout, AV_SAMPLE_FMT_FLT, format.rate(), encoderLayout, sampleFormat, rate);
    }

    SoundFormat format() {
        return format;
    }

    void convert(float[] block, Output output) throws FFmpegException {
        int most = MOST_MOMENTS * format.channels();
        for (int from = 0; from < block.length; from += most) {
            int count = Math.min(most, block.length - from);
            samples.put(block, from, count);
            output.accept(converter.convert(plane, count / format.channels()));
        }
    }

    /** Hands on what the resampler still holds; nothing may be converted after that. */
    void finish(Output output) throws FFmpegException {
        output.accept(converter.convert(null, 0));
    }

    @Override
    public void close() {
        converter.close();
        plane.close();
        samples.close();
        layout.close();
    }
}

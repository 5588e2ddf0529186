package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_double;
import static org.bytedeco.ffmpeg.global.avutil.AV_CH_LAYOUT_QUAD;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_from_mask;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Brings sound to other channels, samples and another rate, through FFmpeg's resampler. One thread at a time. */
final class SoundConverter implements AutoCloseable {
    private static final int QUAD = 4;

    private final SwrContext resampler = new SwrContext((Pointer) null);
    private final AVFrame output = av_frame_alloc();
    private final AVChannelLayout layout;
    private final int sampleFormat;
    private final int rate;
    private int capacity;

    /**
     * @param layout of what comes out; it and the other layout stay the caller's, and in place as long as this is open
     * @param sampleFormat of what comes out, as FFmpeg numbers them
     */
    SoundConverter(AVChannelLayout fromLayout, int fromSampleFormat, int fromRate, AVChannelLayout layout,
            int sampleFormat, int rate) throws FFmpegException {
        this.layout = layout;
        this.sampleFormat = sampleFormat;
        this.rate = rate;
        int made = swr_alloc_set_opts2(resampler, layout, sampleFormat, rate, fromLayout, fromSampleFormat, fromRate,
                0, null);
        if (layout.nb_channels() == 1) { // the mean of all channels, which cannot be louder than they are
            av_opt_set_double(resampler, "rematrix_maxval", 1, 0);
        }
        int ready = made < 0 ? made : swr_init(resampler);
        if (ready < 0) {
            close();
            throw new FFmpegException(ready);
        }
    }

    /**
     * Which channels so many are where nobody says: as FFmpeg has it, but four stand at the sides, in front and behind,
     * as players and devices take them, and not in the middle.
     *
     * @param layout is set to that
     */
    static void usual(AVChannelLayout layout, int channels) throws FFmpegException {
        if (channels == QUAD) {
            check(av_channel_layout_from_mask(layout, AV_CH_LAYOUT_QUAD));
        } else {
            av_channel_layout_default(layout, channels);
        }
    }

    /**
     * Converts some moments.
     *
     * @param planes of the samples, each plane's address; null for what the resampler still holds, at the end
     * @return a frame with as many moments as came out of it, perhaps none; this converter's, until the next call
     */
    AVFrame convert(@Nullable PointerPointer<?> planes, int moments) throws FFmpegException {
        reserve(check(swr_get_out_samples(resampler, moments)));
        int converted = check(swr_convert(resampler, output.extended_data(), capacity, planes, moments));
        return output.nb_samples(converted);
    }

    private void reserve(int moments) throws FFmpegException {
        if (moments <= capacity) {
            return;
        }
        av_frame_unref(output);
        check(av_channel_layout_copy(output.ch_layout(), layout));
        output.format(sampleFormat).sample_rate(rate).nb_samples(moments);
        check(av_frame_get_buffer(output, 0));
        capacity = moments;
    }

    @Override
    public void close() {
        av_frame_free(output);
        if (!resampler.isNull()) {
            swr_free(resampler);
        }
    }
}

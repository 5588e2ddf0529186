package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_describe;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * The best sound of a video, if it has any, and what of it cannot be heard. One thread at a time, that of the video.
 */
final class VideoSound implements AutoCloseable {
    private static final int LONGEST_NAME = 200;

    private final Container container;
    private final SoundDamage damage = new SoundDamage();
    private final @Nullable SoundReader reader;
    /** What the container calls more channels than two, such as {@code 5.1}; empty for no more. */
    private String channels = "";
    private int count;

    /** @param packets of the demuxer, which is the container's; all stay the caller's */
    VideoSound(Container container, Demuxer demuxer, PacketSorter packets) {
        this.container = container;
        this.reader = open(demuxer, packets);
    }

    private @Nullable SoundReader open(Demuxer demuxer, PacketSorter packets) {
        AVStream stream;
        try {
            stream = demuxer.select(AVMEDIA_TYPE_AUDIO);
        } catch (FFmpegException none) {
            return null;
        }
        AVChannelLayout layout = stream.codecpar().ch_layout();
        count = layout.nb_channels();
        channels = count > SoundFormat.STEREO ? name(layout) : "";
        try {
            return new SoundReader(packets, stream, container.isLive(), damage);
        } catch (FFmpegException refused) {
            damage.refuse(avcodec_get_name(stream.codecpar().codec_id()).getString(), refused);
            demuxer.leaveOut(stream);
            return null;
        }
    }

    private static String name(AVChannelLayout layout) {
        try (BytePointer text = new BytePointer(LONGEST_NAME)) {
            int length = av_channel_layout_describe(layout, text, LONGEST_NAME) - 1; // the last byte is 0
            return length > 0 && length < LONGEST_NAME
                    ? text.limit(length).getString(StandardCharsets.UTF_8)
                    : layout.nb_channels() + " channels";
        }
    }

    /** What is heard in other channels than it has, in a few words, such as {@code 5.1 sound in stereo}; or empty. */
    String detail() {
        return reader == null || channels.isEmpty() ? "" : channels + " sound in stereo";
    }

    /** Null where there is nothing to be heard. */
    @Nullable
    SoundFormat format() {
        return reader == null ? null : reader.format();
    }

    /** As {@link SoundReader#read}; without sound there is no block. */
    @Nullable
    SoundBlock read(long beforeNanos) {
        if (reader == null) {
            return null;
        }
        container.allowPicture();
        return reader.read(beforeNanos);
    }

    /** What a person should know of it, as {@link SoundDamage#lines}. */
    List<String> lines(String name, long originNanos, boolean isOver) {
        Stream<String> mixed = reader != null && count > SoundFormat.MOST_CHANNELS
                ? Stream.of(name + " has " + count + " channels of sound, which are mixed to 2")
                : Stream.of();
        return Stream.concat(mixed, damage.lines(name, originNanos, isOver).stream()).toList();
    }

    /** Forgets all sound: the packets that follow come from another place. */
    void flush() {
        if (reader != null) {
            reader.flush();
        }
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }
}

package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/**
 * The best sound of a video, if it has any, and what of it cannot be heard. One thread at a time, that of the video.
 */
final class VideoSound implements AutoCloseable {
    private final Container container;
    private final SoundDamage damage = new SoundDamage();
    private final @Nullable SoundReader reader;

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
        try {
            return new SoundReader(packets, stream, container.isLive(), damage);
        } catch (FFmpegException refused) {
            damage.refuse(avcodec_get_name(stream.codecpar().codec_id()).getString(), refused);
            demuxer.leaveOut(stream);
            return null;
        }
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
        container.allow(VideoReader.PICTURE_SECONDS);
        return reader.read(beforeNanos);
    }

    SoundDamage damage() {
        return damage;
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

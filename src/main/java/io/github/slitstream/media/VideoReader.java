package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a container's best video stream, decoded one after another: packets go from the demuxer to the
 * decoder of their stream. Nothing waits longer than it may: opening {@value Demuxer#OPEN_SECONDS} s, each picture
 * {@value Demuxer#PICTURE_SECONDS} s. One thread at a time.
 */
final class VideoReader implements AutoCloseable {
    /** How much earlier a key frame is looked for each time that the last one found was none, or too late. */
    private static final double[] EARLIER_SECONDS = {0, 1, 5, 20};

    private final Demuxer demuxer;
    private final PacketSorter packets;
    private final @Nullable SoundReader sound;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame picture = av_frame_alloc();
    /** The picture after {@link #picture}, if it was decoded already. */
    private final AVFrame following = av_frame_alloc();
    private final AVStream stream;
    private final VideoDecoder decoder;
    private boolean held;
    private boolean heldFollowing;

    private VideoReader(Demuxer demuxer, AVStream stream, VideoDecoder decoder) {
        this.demuxer = demuxer;
        this.packets = new PacketSorter(demuxer);
        this.sound = openSound(demuxer, packets);
        this.stream = stream;
        this.decoder = decoder;
    }

    /** Opens and decodes as far as the first picture, so that what cannot be decoded is known at once. */
    static VideoReader open(VideoInput input) throws FFmpegException {
        Demuxer demuxer = Demuxer.open(input);
        try {
            return open(demuxer);
        } catch (FFmpegException | RuntimeException failure) {
            demuxer.close();
            throw failure;
        }
    }

    private static VideoReader open(Demuxer demuxer) throws FFmpegException {
        AVStream stream = demuxer.select(AVMEDIA_TYPE_VIDEO);
        VideoReader reader = new VideoReader(demuxer, stream, VideoDecoder.open(stream, demuxer.isLive()));
        try {
            reader.holdFirst();
            return reader;
        } catch (FFmpegException | RuntimeException failure) {
            reader.closeDecoder();
            throw failure;
        }
    }

    /** Sound that cannot be decoded is as none. */
    private static @Nullable SoundReader openSound(Demuxer demuxer, PacketSorter packets) {
        try {
            return new SoundReader(packets, demuxer.select(AVMEDIA_TYPE_AUDIO), demuxer.isLive());
        } catch (FFmpegException none) {
            return null;
        }
    }

    AVFormatContext container() {
        return demuxer.container();
    }

    AVStream stream() {
        return stream;
    }

    /** The picture decoded last; the reader's, until the next call of {@link #next}. */
    AVFrame picture() {
        return picture;
    }

    /** Whether pictures come when they come and without end. */
    boolean isLive() {
        return demuxer.isLive();
    }

    /** When the bytes of the newest picture came in, on the clock of {@link System#nanoTime}. */
    long arrivedNanos() {
        return demuxer.arrivedNanos();
    }

    /** The format of the sound beside the pictures; null where there is none. */
    @Nullable
    SoundFormat soundFormat() {
        return sound == null ? null : sound.format();
    }

    /** As {@link SoundReader#read}; without sound there is no block. */
    @Nullable
    SoundBlock readSound(long beforeNanos) throws FFmpegException {
        if (sound == null) {
            return null;
        }
        demuxer.allow(Demuxer.PICTURE_SECONDS);
        return sound.read(beforeNanos);
    }

    /** Decodes the next picture. @return whether there was one */
    boolean next() throws FFmpegException {
        if (held) {
            held = false;
            return true;
        }
        if (heldFollowing) {
            takeFollowing();
            return true;
        }
        demuxer.allow(Demuxer.PICTURE_SECONDS);
        return decode(picture);
    }

    /** Goes back to the first picture. */
    void rewind() throws FFmpegException {
        demuxer.rewind();
        forget();
        holdFirst();
    }

    /**
     * Goes to the newest picture that is not later than a moment, or to the first: that is the next one. It and those
     * that follow are what they are when all are decoded from the first on.
     *
     * @param tick in the stream's time base
     */
    void seek(long tick) throws FFmpegException {
        for (double earlier : EARLIER_SECONDS) {
            if (isAtKeyFrame(tick, Math.round(earlier / av_q2d(stream.time_base())))) {
                passTo(tick);
                return;
            }
        }
        rewind();
        passTo(tick);
    }

    @Override
    public void close() {
        closeDecoder();
        demuxer.close();
    }

    private void closeDecoder() {
        if (sound != null) {
            sound.close();
        }
        packets.close();
        decoder.close();
        av_packet_free(packet);
        av_frame_free(picture);
        av_frame_free(following);
    }

    private void holdFirst() throws FFmpegException {
        if (!decode(picture)) {
            throw new FFmpegException(AVERROR_INVALIDDATA());
        }
        held = true;
    }

    /**
     * Holds the first picture behind where the container leads. An index may lie and a picture may refer to others that
     * come before it: only what the decoder itself takes for a key frame counts.
     */
    private boolean isAtKeyFrame(long tick, long earlier) {
        try {
            demuxer.seek(stream, tick - earlier);
            forget();
            holdFirst();
        } catch (FFmpegException failure) {
            return false;
        }
        long found = picture.best_effort_timestamp();
        return (picture.flags() & AV_FRAME_FLAG_KEY) != 0 && found != AV_NOPTS_VALUE && found <= tick;
    }

    /** With the first picture held: passes over it and others until the next one is too late. */
    private void passTo(long tick) throws FFmpegException {
        while (decode(following)) {
            if (following.best_effort_timestamp() > tick) {
                heldFollowing = true;
                return;
            }
            takeFollowing();
        }
    }

    private void takeFollowing() {
        av_frame_unref(picture);
        av_frame_move_ref(picture, following);
        heldFollowing = false;
    }

    private void forget() {
        packets.clear();
        if (sound != null) {
            sound.flush();
        }
        decoder.flush();
        held = false;
        heldFollowing = false;
    }

    private boolean decode(AVFrame target) throws FFmpegException {
        while (true) {
            switch (decoder.receive(target)) {
                case PICTURE -> {
                    return true;
                }
                case END -> {
                    return false;
                }
                case NEEDS_PACKET -> feed();
            }
        }
    }

    private void feed() throws FFmpegException {
        if (!packets.read(stream, packet)) {
            decoder.drain();
            return;
        }
        try {
            decoder.send(packet);
        } finally {
            av_packet_unref(packet);
        }
    }
}

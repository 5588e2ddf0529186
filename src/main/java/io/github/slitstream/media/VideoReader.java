package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import io.github.slitstream.media.VideoDecoder.Answer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * The pictures of a container's best video stream, decoded one after another: packets go from the demuxer to the
 * decoder of their stream. Nothing waits longer than it may: opening {@value Container#OPEN_SECONDS} s, each picture
 * {@link Container#pictureSeconds}. One thread at a time.
 */
final class VideoReader implements AutoCloseable {
    /** How much earlier a key frame is looked for each time that the last one found was none, or too late. */
    private static final double[] EARLIER_SECONDS = {0, 1, 5, 20};

    private final Container container;
    private final Demuxer demuxer;
    private final PacketSorter packets;
    private final VideoSound sound;
    private final Damage damage;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame picture = av_frame_alloc();
    /** The picture after {@link #picture}, if it was decoded already. */
    private final AVFrame following = av_frame_alloc();
    private final VideoDecoder decoder;
    private final PictureTimes times;
    private boolean held;
    private boolean heldFollowing;
    private long tick = AV_NOPTS_VALUE;
    private long firstTick;
    private long arrivedNanos;

    private VideoReader(Container container, Demuxer demuxer, VideoDecoder decoder, Damage damage) {
        this.container = container;
        this.demuxer = demuxer;
        this.packets = new PacketSorter(demuxer);
        this.sound = new VideoSound(container, demuxer, packets);
        this.decoder = decoder;
        this.damage = damage;
        this.times = new PictureTimes(container.context(), stream());
    }

    /** Opens and decodes as far as the first picture, so that what cannot be decoded is known at once. */
    static VideoReader open(VideoInput input) throws FFmpegException {
        Container container = Container.open(input);
        try {
            return open(container);
        } catch (FFmpegException | RuntimeException failure) {
            container.close();
            throw failure;
        }
    }

    private static VideoReader open(Container container) throws FFmpegException {
        Damage damage = new Damage();
        Demuxer demuxer = new Demuxer(container, AVMEDIA_TYPE_VIDEO, damage);
        VideoDecoder decoder = VideoDecoder.open(demuxer.leader(), container.isLive(), damage);
        VideoReader reader = new VideoReader(container, demuxer, decoder, damage);
        try {
            reader.takeBacklog();
            reader.holdFirst();
            reader.firstTick = reader.tick;
            return reader;
        } catch (FFmpegException | RuntimeException failure) {
            reader.closeDecoder();
            throw failure;
        }
    }

    private void takeBacklog() {
        if (container.isBacklogged()) {
            container.allowPicture();
            packets.takeBacklog(stream().index(), packet);
        }
    }

    AVFormatContext context() {
        return container.context();
    }

    AVStream stream() {
        return demuxer.leader();
    }

    /** The picture decoded last; the reader's, until the next call of {@link #next}. */
    AVFrame picture() {
        return picture;
    }

    /**
     * When the picture decoded last is shown, in the stream's time base. Some containers do not say it of every
     * picture: such a one comes at one frame's distance.
     */
    long tick() {
        return tick;
    }

    /** Whether pictures come when they come and without end. */
    boolean isLive() {
        return container.isLive();
    }

    /** The reader's. */
    Container container() {
        return container;
    }

    /** When the bytes of the newest picture came in, as {@link PacketSorter#arrivedNanos}. */
    long arrivedNanos() {
        return arrivedNanos;
    }

    /** The sound beside the pictures; the reader's. */
    VideoSound sound() {
        return sound;
    }

    /** What could not be read since the start or the last seek. */
    Damage damage() {
        return damage;
    }

    /** How much sooner than it said the container ended, now that there is no picture; 0 if it did not. */
    double missingSeconds() {
        return demuxer.missingSeconds();
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
        container.allowPicture();
        long unanswered = decoder.unanswered();
        if (!decode(picture)) {
            return false;
        }
        if (decoder.unanswered() > unanswered) {
            damage.tear(); // some decoders pass over bad data without a word
        }
        tick = times.tick(picture, tick);
        return true;
    }

    /** Goes back to the first picture. */
    void rewind() throws FFmpegException {
        if (!isRewound()) {
            demuxer.reopen();
            forget();
            holdFirst();
        }
        damage.clear();
    }

    private boolean isRewound() {
        try {
            demuxer.rewind();
            forget();
            holdFirst();
            return tick == firstTick;
        } catch (FFmpegException failure) {
            return false;
        }
    }

    /**
     * Goes to the newest picture that is not later than a moment, or to the first: that is the next one. It and those
     * that follow are what they are when all are decoded from the first on.
     *
     * @param last in the stream's time base
     */
    void seek(long last) throws FFmpegException {
        if (!isAtKeyFrameBefore(last)) {
            rewind();
        }
        passTo(last);
        damage.clear();
    }

    @Override
    public void close() {
        closeDecoder();
        demuxer.close();
    }

    private void closeDecoder() {
        sound.close();
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
        tick = times.tick(picture, tick);
        held = true;
    }

    private boolean isAtKeyFrameBefore(long last) {
        for (double earlier : EARLIER_SECONDS) {
            if (isAtKeyFrame(last, Math.round(earlier / av_q2d(stream().time_base())))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Holds the first picture behind where the container leads. An index may lie and a picture may refer to others that
     * come before it: only what the decoder itself takes for a key frame counts.
     */
    private boolean isAtKeyFrame(long last, long earlier) {
        try {
            demuxer.seek(last - earlier);
            forget();
            holdFirst();
        } catch (FFmpegException failure) {
            return false;
        }
        return (picture.flags() & AV_FRAME_FLAG_KEY) != 0 && times.isTold(picture) && tick <= last;
    }

    /** With the first picture held: passes over it and others until the next one is too late. */
    private void passTo(long last) throws FFmpegException {
        container.allowPicture();
        while (decode(following)) {
            container.allowPicture();
            if (times.tick(following, tick) > last) {
                heldFollowing = true;
                return;
            }
            takeFollowing();
        }
    }

    private void takeFollowing() {
        tick = times.tick(following, tick);
        av_frame_unref(picture);
        av_frame_move_ref(picture, following);
        heldFollowing = false;
    }

    private void forget() {
        packets.clear();
        sound.flush();
        decoder.flush();
        held = false;
        heldFollowing = false;
        tick = AV_NOPTS_VALUE;
    }

    private boolean decode(AVFrame target) throws FFmpegException {
        Answer answer = decoder.receive(target);
        while (answer == Answer.NEEDS_PACKET) {
            feed();
            answer = decoder.receive(target);
        }
        return answer == Answer.PICTURE;
    }

    private void feed() throws FFmpegException {
        if (!packets.read(stream().index(), packet)) {
            decoder.drain();
            return;
        }
        arrivedNanos = packets.arrivedNanos();
        try {
            decoder.send(packet);
        } finally {
            av_packet_unref(packet);
        }
    }
}

package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_THEORA;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.github.slitstream.media.KeyFrameIndex.Entry;
import java.util.BitSet;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/**
 * Packets of a container, one after another: those of the stream that leads, its pictures where it has some, and of the
 * streams that were {@linkplain #select selected} beside it, all with times on one line ({@link TimeLine}). Nothing
 * waits longer than it may. One thread at a time.
 */
final class Demuxer implements AutoCloseable {
    /** So many times in a row reading may fail in a damaged file; then the rest is given up. */
    private static final int MOST_FAILURES = 200;
    private static final long ANYWHERE = -1;
    /** Headers between packets take less than so many bytes. */
    private static final int MOST_BETWEEN = 1_000;
    /** This bit of its first byte tells a header from a picture. */
    private static final int THEORA_HEADER = 0x80;

    private final Container container;
    private final PacketQueue packets;
    private final Damage damage;
    private final int leader;
    private final boolean theora;
    private final TimeLine timeLine;
    private final PromisedLength length;
    private final KeyFrameIndex keyFrames = new KeyFrameIndex();
    private final BitSet selected = new BitSet();
    /** Whether what was noted of key frames has no gap before the packet that comes next. */
    private boolean complete = true;
    /** What the next packet of pictures has to be. */
    private @Nullable Entry awaited;
    /** Where the packet read last ends in the container. */
    private long endPosition = ANYWHERE;
    private long arrivedNanos;

    /**
     * @param container becomes the demuxer's
     * @param mediaType FFmpeg's {@code AVMEDIA_TYPE_…} of the stream that leads the time line
     * @param damage is told what cannot be read
     * @throws FFmpegException if there is no such stream; the container stays the caller's then
     */
    Demuxer(Container container, int mediaType, Damage damage) throws FFmpegException {
        this.container = container;
        this.packets = new PacketQueue(container);
        this.damage = damage;
        this.leader = select(mediaType).index();
        this.theora = leader().codecpar().codec_id() == AV_CODEC_ID_THEORA;
        this.timeLine = new TimeLine(container, leader, packets);
        this.length = new PromisedLength(container);
    }

    /**
     * From now on packets of the best stream of a type are handed out as well.
     *
     * @param mediaType FFmpeg's {@code AVMEDIA_TYPE_…}
     * @throws FFmpegException if there is no such stream
     */
    AVStream select(int mediaType) throws FFmpegException {
        AVStream stream = container.bestStream(mediaType);
        selected.set(stream.index());
        return stream;
    }

    /** From now on packets of a stream are not handed out. */
    void leaveOut(AVStream stream) {
        selected.clear(stream.index());
    }

    /** The stream that leads the time line. */
    AVStream leader() {
        return container.context().streams(leader);
    }

    /** When a packet is decoded, or else shown, on the time line; not a number if nothing says it. */
    double nanos(AVPacket packet) {
        long tick = decoded(packet);
        AVStream stream = container.context().streams(packet.stream_index());
        return tick == AV_NOPTS_VALUE ? Double.NaN : tick * av_q2d(stream.time_base()) * 1e9;
    }

    /** By which clock a packet was sent: of cameras, each stream may begin its times anywhere. */
    int clock(AVPacket packet) {
        return container.hasOneClock() ? leader : packet.stream_index();
    }

    /** As {@link Container#hasSenderTimes}. */
    boolean hasSenderTimes() {
        return container.hasSenderTimes();
    }

    /** When the bytes of the newest packet came in, on the clock of {@link System#nanoTime}. */
    long arrivedNanos() {
        return arrivedNanos;
    }

    /** How much sooner than it said the container ended, now that it has; 0 if it did not. */
    double missingSeconds() {
        return container.isFile() && !timeLine.hasJumped() ? length.missingSeconds() : 0;
    }

    /**
     * Waits for the next packet of a selected stream.
     *
     * @param packet blank; to be blanked by the caller when it is done with what it holds
     * @return whether there was one
     * @throws FFmpegException if a stream broke; files are read as far as there is something to read
     */
    boolean read(AVPacket packet) throws FFmpegException {
        int failures = 0;
        while (true) {
            int read = packets.read(packet);
            if (read == 0) {
                failures = 0;
                arrivedNanos = System.nanoTime();
                if (take(packet)) {
                    return true;
                }
                av_packet_unref(packet);
            } else if (read == AVERROR_EOF() || failures == MOST_FAILURES) {
                return false;
            } else if (container.isFile() && read != AVERROR_EXIT()) {
                failures++;
                damage.refuse(read);
            } else {
                throw new FFmpegException(read);
            }
        }
    }

    /**
     * As {@link #read}, but without waiting.
     *
     * @return whether there was one
     * @throws FFmpegException if reading failed or has come to an end
     */
    boolean poll(AVPacket packet) throws FFmpegException {
        while (true) {
            int read = container.poll(packet);
            if (read == AVERROR_EAGAIN()) {
                return false;
            }
            check(read);
            arrivedNanos = System.nanoTime();
            if (take(packet)) {
                return true;
            }
            av_packet_unref(packet);
        }
    }

    /** Goes back to the first packet. */
    void rewind() throws FFmpegException {
        if (timeLine.hasJumped() && !timeLine.mayRestart()) {
            reopen(); // what it has noted of places is mixed up
            return;
        }
        container.rewind();
        restart(0, null, true);
    }

    /** Opens the container anew, at its first packet. */
    void reopen() throws FFmpegException {
        container.reopen();
        restart(0, null, true);
    }

    /**
     * Goes to a key frame at or before a moment, as far as the container knows.
     *
     * @param tick on the time line of the pictures, in their time base
     */
    void seek(long tick) throws FFmpegException {
        if (timeLine.mayRestart()) {
            seekByIndex(tick);
        } else if (timeLine.hasJumped()) {
            rewind();
        } else {
            container.seek(leader, tick);
            restart(0, null, false);
        }
    }

    @Override
    public void close() {
        packets.close();
        container.close();
    }

    /** @return whether the packet is one to hand out */
    private boolean take(AVPacket packet) throws FFmpegException {
        boolean picture = packet.stream_index() == leader;
        if (picture && isHeader(packet)) {
            return false;
        }
        timeLine.map(packet);
        if (picture) {
            checkAwaited(packet);
        }
        length.note(packet);
        if (picture && complete) {
            keyFrames.note(decoded(packet), isKey(packet), packet.pos(), timeLine.shift());
        }
        noteLoss(packet);
        return selected.get(packet.stream_index());
    }

    /** Theora repeats its headers where recordings were joined; its decoder has had them. */
    private boolean isHeader(AVPacket packet) {
        return theora && packet.size() > 0 && (packet.data().get() & THEORA_HEADER) != 0;
    }

    /** Many packets may be said to lie in one place. */
    private void checkAwaited(AVPacket packet) throws FFmpegException {
        Entry expected = awaited;
        awaited = null;
        boolean found = expected == null || (isKey(packet) && packet.pos() == expected.position()
                && decoded(packet) == expected.tick());
        if (!found) {
            throw new FFmpegException(AVERROR_INVALIDDATA());
        }
    }

    /** Demuxers pass over what they cannot read: it shows in what they say, or in the distance of packets. */
    private void noteLoss(AVPacket packet) {
        boolean skipped = endPosition >= 0 && packet.pos() - endPosition > MOST_BETWEEN + packet.size() / 8;
        if (skipped || (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
            damage.tear();
        }
        endPosition = packet.pos() < 0 ? ANYWHERE : packet.pos() + packet.size();
    }

    private static boolean isKey(AVPacket packet) {
        return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    }

    private static long decoded(AVPacket packet) {
        return packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
    }

    /** Where time stamps may start again, only having read all that comes before tells where a moment lies. */
    private void seekByIndex(long tick) throws FFmpegException {
        if (!keyFrames.reaches(tick)) {
            goTo(keyFrames.before(Long.MAX_VALUE));
            readOn(tick);
        }
        goTo(keyFrames.before(tick));
    }

    private void goTo(@Nullable Entry keyFrame) throws FFmpegException {
        if (keyFrame == null || !container.seeksBytes()) {
            rewind();
            return;
        }
        container.seekByte(keyFrame.position());
        restart(keyFrame.shift(), keyFrame, true);
    }

    private void readOn(long tick) throws FFmpegException {
        AVPacket passed = av_packet_alloc();
        try {
            while (!keyFrames.reaches(tick) && read(passed)) {
                av_packet_unref(passed);
            }
        } finally {
            av_packet_free(passed);
        }
    }

    private void restart(long shift, @Nullable Entry keyFrame, boolean isComplete) {
        packets.clear();
        timeLine.restart(shift);
        length.restart();
        endPosition = ANYWHERE;
        awaited = keyFrame;
        complete = isComplete;
    }
}

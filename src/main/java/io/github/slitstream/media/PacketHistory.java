package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_copy_props;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import io.github.slitstream.frame.Replay;
import io.github.slitstream.frame.SoundBlock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.Pointer;

/**
 * The newest packets of a stream of pictures, and the sound beside them, within bounds of time and bytes. It begins
 * with a picture that stands for itself. Sound is kept as it came: encoded, it could be cut only between its packets,
 * and what is heard first would lack the packet before it. Any thread.
 */
final class PacketHistory implements AutoCloseable {
    private final long duration;
    /** All of them guarded by this monitor. */
    private Replay.Limits limits;
    private final Deque<AVPacket> pictures = new ArrayDeque<>();
    private final Deque<TimedSound> sounds = new ArrayDeque<>();
    private long bytes;

    /** Sound and when it is heard, on the clock of the packets. */
    record TimedSound(SoundBlock block, long nanos) {
        private long bytes() {
            return (long) block.samples().length * Float.BYTES;
        }

        /** The part of it that is heard before a moment. */
        SoundBlock until(long endNanos) {
            return block.until(block.capturedNanos() + endNanos - nanos);
        }

        private long endNanos() {
            return nanos + block.endNanos() - block.capturedNanos();
        }
    }

    /**
     * What was kept at some moment, whatever has gone since.
     *
     * @param seconds that the pictures are shown
     */
    record Snapshot(List<AVPacket> pictures, List<TimedSound> sounds, double seconds, long bytes)
            implements
                AutoCloseable {
        @Override
        public void close() {
            pictures.forEach(packet -> av_packet_free(packet));
        }
    }

    /** @param duration of the newest picture, in ticks: encoders do not tell it */
    PacketHistory(Replay.Limits limits, long duration) {
        this.limits = limits;
        this.duration = duration;
    }

    /** As {@link PacketTarget}. */
    void add(AVPacket packet) throws FFmpegException {
        AVPacket copy = copy(packet); // encoders hand out more memory than a packet fills
        synchronized (this) {
            pictures.add(copy);
            bytes += copy.size();
            trim();
        }
    }

    synchronized void add(SoundBlock block, long nanos) {
        TimedSound sound = new TimedSound(block, nanos);
        sounds.add(sound);
        bytes += sound.bytes();
        trim();
    }

    synchronized void limit(Replay.Limits to) {
        limits = to;
        trim();
    }

    synchronized Replay.Held held() {
        return new Replay.Held(seconds(), bytes);
    }

    /** The caller's. */
    synchronized Snapshot snapshot() {
        return new Snapshot(pictures.stream().map(packet -> av_packet_clone(packet)).toList(), List.copyOf(sounds),
                seconds(), bytes);
    }

    @Override
    public synchronized void close() {
        while (!pictures.isEmpty()) {
            drop();
        }
        sounds.clear();
        bytes = 0;
    }

    private void trim() {
        long mostTicks = Math.round(limits.seconds() * VideoStream.TICKS_PER_SECOND);
        while (!pictures.isEmpty() && (ticks() > mostTicks || bytes > limits.bytes() || !isKey(pictures.getFirst()))) {
            drop();
        }
        while (!sounds.isEmpty() && (pictures.isEmpty() || sounds.getFirst().endNanos() <= firstNanos())) {
            bytes -= sounds.remove().bytes();
        }
    }

    /** The first picture, and the sound that is heard before the next. */
    private void drop() {
        AVPacket packet = pictures.remove();
        bytes -= packet.size();
        av_packet_free(packet);
        while (!sounds.isEmpty() && !pictures.isEmpty() && sounds.getFirst().endNanos() <= firstNanos()) {
            bytes -= sounds.remove().bytes();
        }
    }

    private long firstNanos() {
        return Math.round(pictures.getFirst().pts() * PictureTrack.NANOS_PER_TICK);
    }

    private double seconds() {
        return pictures.isEmpty() ? 0 : ticks() / (double) VideoStream.TICKS_PER_SECOND;
    }

    private long ticks() {
        AVPacket last = pictures.getLast();
        return last.pts() + duration - pictures.getFirst().pts();
    }

    private static boolean isKey(AVPacket packet) {
        return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    }

    private static AVPacket copy(AVPacket packet) throws FFmpegException {
        AVPacket copy = av_packet_alloc();
        check(av_new_packet(copy, packet.size()));
        Pointer.memcpy(copy.data(), packet.data(), packet.size());
        check(av_packet_copy_props(copy, packet));
        av_packet_unref(packet);
        return copy;
    }
}

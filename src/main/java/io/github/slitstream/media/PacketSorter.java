package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/**
 * The packets of a demuxer by stream, so that each stream is read as far as somebody wants it: what comes in for
 * another is kept. Streams that nobody reads lose their oldest packets. One thread at a time.
 */
final class PacketSorter implements AutoCloseable {
    /** Of one stream; some seconds of pictures of a high rate. */
    private static final long MOST_BYTES = 32L << 20;
    private static final int MOST_PACKETS = 3_000;
    private static final int MOST_AT_ONCE = 100;

    private final Demuxer demuxer;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private @Nullable FFmpegException failure;
    private boolean ended;
    private long arrivedNanos;

    /** @param arrivedNanos when its bytes came in */
    private record Kept(AVPacket packet, long arrivedNanos) {}

    private static final class Lane {
        private final Deque<Kept> packets = new ArrayDeque<>();
        private long bytes;

        boolean isFull() {
            return bytes > MOST_BYTES || packets.size() > MOST_PACKETS;
        }

        void add(Kept kept) {
            packets.add(kept);
            bytes += kept.packet.size();
        }

        @Nullable
        Kept poll() {
            Kept oldest = packets.poll();
            bytes -= oldest == null ? 0 : oldest.packet.size();
            return oldest;
        }
    }

    /** @param demuxer stays the caller's */
    PacketSorter(Demuxer demuxer) {
        this.demuxer = demuxer;
    }

    /**
     * Waits for the next packet of a stream, however many of others come before it.
     *
     * @param stream its index
     * @param packet as {@link Demuxer#read} takes it
     * @return whether there was one
     */
    boolean read(int stream, AVPacket packet) throws FFmpegException {
        while (!poll(stream, packet)) {
            check();
            if (!sortNext(packet)) {
                return false;
            }
        }
        return true;
    }

    /**
     * As {@link #read}, but as long as there is room for the packets of the others; a failure is left to those.
     *
     * @return whether there was one
     */
    boolean readAhead(int stream, AVPacket packet) {
        while (!poll(stream, packet)) {
            if (failure != null || isOtherFull(stream)) {
                return false;
            }
            try {
                if (!sortNext(packet)) {
                    return false;
                }
            } catch (FFmpegException thrown) {
                failure = thrown;
                return false;
            }
        }
        return true;
    }

    /**
     * Takes in what the demuxer has without waiting; a failure is kept for {@link #check}.
     *
     * @param packet blank, and blank again
     */
    void takeArrived(AVPacket packet) {
        try {
            for (int number = 0; number < MOST_AT_ONCE && failure == null && demuxer.poll(packet); number++) {
                keep(packet);
            }
        } catch (FFmpegException thrown) {
            failure = thrown;
        }
    }

    /** Throws a failure that was kept, once. */
    void check() throws FFmpegException {
        FFmpegException kept = failure;
        failure = null;
        if (kept != null) {
            throw kept;
        }
    }

    /** Gives the next packet of a stream if it came in already. */
    boolean poll(int stream, AVPacket packet) {
        Kept kept = lane(stream).poll();
        if (kept == null) {
            return false;
        }
        arrivedNanos = kept.arrivedNanos;
        av_packet_move_ref(packet, kept.packet);
        av_packet_free(kept.packet);
        return true;
    }

    /** When the bytes of the packet that was given last came in, on the clock of {@link System#nanoTime}. */
    long arrivedNanos() {
        return arrivedNanos;
    }

    /** Whether the demuxer has no more packets, of any stream. */
    boolean isEnded() {
        return ended;
    }

    /** Forgets everything: the demuxer goes on somewhere else. */
    void clear() {
        failure = null;
        ended = false;
        lanes.values().forEach(PacketSorter::empty);
    }

    @Override
    public void close() {
        clear();
    }

    private boolean sortNext(AVPacket packet) throws FFmpegException {
        if (ended || !demuxer.read(packet)) {
            ended = true;
            return false;
        }
        keep(packet);
        return true;
    }

    private void keep(AVPacket packet) {
        AVPacket moved = av_packet_alloc();
        av_packet_move_ref(moved, packet);
        Lane lane = lane(moved.stream_index());
        lane.add(new Kept(moved, demuxer.arrivedNanos()));
        if (lane.isFull()) {
            dropOldest(lane);
        }
    }

    private boolean isOtherFull(int stream) {
        return lanes.entrySet().stream().anyMatch(lane -> lane.getKey() != stream && lane.getValue().isFull());
    }

    private Lane lane(int stream) {
        return lanes.computeIfAbsent(stream, index -> new Lane());
    }

    private static void dropOldest(Lane lane) {
        Kept oldest = lane.poll();
        if (oldest != null) {
            av_packet_free(oldest.packet);
        }
    }

    private static void empty(Lane lane) {
        while (!lane.packets.isEmpty()) {
            dropOldest(lane);
        }
    }
}

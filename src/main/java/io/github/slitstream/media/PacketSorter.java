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
    /** Where for so long no packet has waited less than those before it, the newest has not waited. */
    private static final long SETTLED_NANOS = 150_000_000;
    private static final long BACKLOG_NANOS = 2_000_000_000;
    private static final double ROUNDING_NANOS = 5e6;
    /** Packets that are read at a smaller distance were waiting. */
    private static final long WAITING_NANOS = 3_000_000;

    private final Demuxer demuxer;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private @Nullable FFmpegException failure;
    private boolean ended;
    private long arrivedNanos;
    private double behindSender = Double.NaN;
    /** Of live packets that say when they were sent. */
    private final Map<Integer, SenderClock> clocks = new HashMap<>();
    /** When a packet was read that had waited less than all before it. */
    private long gainedNanos;

    /** @param readNanos when it was read */
    private record Kept(AVPacket packet, long readNanos) {}

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

    /**
     * Takes in what came while nobody read, up to where the sender is now, so that it is known when. A failure is kept
     * for {@link #check}.
     *
     * @param leader the stream that counts where none says when it was sent
     * @param packet blank, and blank again
     */
    void takeBacklog(int leader, AVPacket packet) {
        if (demuxer.hasSenderTimes()) {
            settleClocks(packet);
        } else {
            passBacklog(leader, packet);
        }
    }

    private void settleClocks(AVPacket packet) {
        long begun = System.nanoTime();
        gainedNanos = begun;
        try {
            while (System.nanoTime() - gainedNanos < SETTLED_NANOS && System.nanoTime() - begun < BACKLOG_NANOS) {
                if (!sortNext(packet)) {
                    break;
                }
            }
        } catch (FFmpegException thrown) {
            failure = thrown;
        }
        clocks.values().forEach(SenderClock::settle);
    }

    /**
     * When packets came that waited and do not say when they were sent, nobody knows: only the newest is kept, and
     * those that came in their time after it. Of a stream that ends meanwhile all are.
     */
    private void passBacklog(int stream, AVPacket packet) {
        long begun = System.nanoTime();
        long last = begun;
        long lastWaiting = begun;
        int passed = 0;
        try {
            while (last - lastWaiting < SETTLED_NANOS && last - begun < BACKLOG_NANOS) {
                if (!sortNext(packet)) {
                    return;
                }
                long now = System.nanoTime();
                if (now - last < WAITING_NANOS) {
                    lastWaiting = now;
                    passed = lane(stream).packets.size() - 1;
                }
                last = now;
            }
        } catch (FFmpegException thrown) {
            failure = thrown;
            return;
        }
        for (int number = 0; number < passed; number++) {
            dropOldest(lane(stream));
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
        behindSender = behind(kept.packet);
        arrivedNanos = Double.isNaN(behindSender)
                ? kept.readNanos
                : Math.min(kept.readNanos, Math.round(demuxer.nanos(kept.packet) + behindSender));
        av_packet_move_ref(packet, kept.packet);
        av_packet_free(kept.packet);
        return true;
    }

    /** When the bytes of the packet that was given last came in, on the clock of {@link System#nanoTime}. */
    long arrivedNanos() {
        return arrivedNanos;
    }

    /**
     * How much later than its sender's time, in nanoseconds, the packet that was given last came, as those do that do
     * not wait; not a number where the sender tells none.
     */
    double behindSender() {
        return behindSender;
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
        note(moved);
        Lane lane = lane(moved.stream_index());
        lane.add(new Kept(moved, demuxer.arrivedNanos()));
        if (lane.isFull()) {
            dropOldest(lane);
        }
    }

    private void note(AVPacket packet) {
        if (isTimed(packet)) {
            double gained = clocks.computeIfAbsent(demuxer.clock(packet), index -> new SenderClock())
                    .note(demuxer.nanos(packet), demuxer.arrivedNanos());
            gainedNanos = gained > ROUNDING_NANOS ? demuxer.arrivedNanos() : gainedNanos;
        }
    }

    private double behind(AVPacket packet) {
        SenderClock clock = isTimed(packet) ? clocks.get(demuxer.clock(packet)) : null;
        return clock == null ? Double.NaN : clock.behind();
    }

    private boolean isTimed(AVPacket packet) {
        return demuxer.hasSenderTimes() && !Double.isNaN(demuxer.nanos(packet));
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

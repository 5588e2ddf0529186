package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/**
 * The sound of one stream, block after block: of a file as far as it is wanted, with the container's times; live what
 * has come in, with the moments at which it did. One thread at a time, that of the packets.
 */
final class SoundReader implements AutoCloseable {
    private final PacketSorter packets;
    private final int stream;
    private final SoundDecoder decoder;
    private final @Nullable ArrivalClock arrivals;
    private final AVPacket packet = av_packet_alloc();
    private final Deque<SoundBlock> decoded = new ArrayDeque<>();
    private final ShortBlocks shortBlocks = new ShortBlocks(decoded::add);
    private boolean ended;

    /**
     * @param packets stay the caller's
     * @param live whether packets come when they come
     * @param damage is told what cannot be decoded
     * @throws FFmpegException if this build cannot decode it
     */
    SoundReader(PacketSorter packets, AVStream stream, boolean live, SoundDamage damage) throws FFmpegException {
        this.packets = packets;
        this.stream = stream.index();
        this.decoder = SoundDecoder.open(stream, damage);
        this.arrivals = live ? new ArrivalClock() : null;
    }

    SoundFormat format() {
        return decoder.format();
    }

    /** The next block if it begins before a moment; null if it does not, or there is none. */
    @Nullable
    SoundBlock read(long beforeNanos) {
        while (decoded.isEmpty()) {
            if (!feed()) {
                return null;
            }
        }
        return decoded.element().capturedNanos() < beforeNanos ? decoded.remove() : null;
    }

    /** Forgets all sound: the packets that follow come from another place. */
    void flush() {
        decoder.flush();
        shortBlocks.clear();
        decoded.clear();
        ended = false;
    }

    private boolean feed() {
        if (ended) {
            return false;
        }
        if (arrivals != null) {
            return feedLive(arrivals);
        }
        if (packets.readAhead(stream, packet)) {
            decode();
            return true;
        }
        if (!packets.isEnded()) {
            return false;
        }
        ended = true;
        decoder.decode(null, shortBlocks::add);
        shortBlocks.end();
        return true;
    }

    private void decode() {
        try {
            decoder.decode(packet, shortBlocks::add);
        } finally {
            av_packet_unref(packet);
        }
    }

    private boolean feedLive(ArrivalClock clock) {
        if (!packets.poll(stream, packet)) {
            return false;
        }
        try {
            double behind = packets.behindSender();
            decoder.decode(packet, block -> decoded.add(block.at(Double.isNaN(behind)
                    ? clock.moment(block, packets.arrivedNanos())
                    : Math.round(block.capturedNanos() + behind))));
        } finally {
            av_packet_unref(packet);
        }
        return true;
    }

    @Override
    public void close() {
        decoder.close();
        av_packet_free(packet);
    }
}

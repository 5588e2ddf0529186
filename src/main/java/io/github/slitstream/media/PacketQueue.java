package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/** Packets of a container in its order, of which some may be looked at ahead of their turn. One thread at a time. */
final class PacketQueue implements AutoCloseable {
    private final Container container;
    private final List<AVPacket> ahead = new ArrayList<>();

    /** @param container stays the caller's */
    PacketQueue(Container container) {
        this.container = container;
    }

    /** As {@link Container#read}. */
    int read(AVPacket packet) {
        if (ahead.isEmpty()) {
            return container.read(packet);
        }
        AVPacket first = ahead.removeFirst();
        av_packet_move_ref(packet, first);
        av_packet_free(first);
        return 0;
    }

    /**
     * A packet whose turn comes later, or null if there is none or nobody can tell yet. It stays the queue's.
     *
     * @param index 0 for the next, and no gap to those that were looked at before
     */
    @Nullable
    AVPacket peek(int index) {
        if (index < ahead.size()) {
            return ahead.get(index);
        }
        AVPacket packet = av_packet_alloc();
        if (container.isLive() || container.read(packet) < 0) { // what failed fails again in its turn
            av_packet_free(packet);
            return null;
        }
        ahead.add(packet);
        return packet;
    }

    /** Forgets what was looked at: the container is somewhere else. */
    void clear() {
        for (AVPacket packet : ahead) {
            av_packet_free(packet);
        }
        ahead.clear();
    }

    @Override
    public void close() {
        clear();
    }
}

package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** What the packets behind one that looks odd say of its time. Times are in ticks, as the container says them. */
final class FollowingPictures {
    /** No decoder holds back more pictures to bring them into order. */
    private static final int MOST_REORDERED = 16;

    private final PacketQueue packets;
    private final int stream;
    private final long nearTicks;

    /**
     * @param packets those behind the one that is asked about
     * @param stream whose packets count
     * @param nearTicks times of one recording that follow each other are less apart
     */
    FollowingPictures(PacketQueue packets, int stream, long nearTicks) {
        this.packets = packets;
        this.stream = stream;
        this.nearTicks = nearTicks;
    }

    /** When the first picture is shown of those that begin with a packet: it may be decoded after others. */
    long firstShown(long shown) {
        return shownNext().stream().filter(next -> Math.abs(next - shown) < nearTicks)
                .reduce(shown, Math::min);
    }

    /** Whether only this packet is shown so late: in order, others come before it, but not all that follow. */
    boolean areAllBefore(long shown) {
        List<Long> next = shownNext();
        return next.size() == MOST_REORDERED && next.stream().allMatch(other -> other < shown);
    }

    /** Whether only this packet is shown so early: the next one is as late as those before. */
    boolean goOnAfter(long shown) {
        List<Long> next = shownNext();
        return !next.isEmpty() && next.getFirst() - shown >= nearTicks;
    }

    private List<Long> shownNext() {
        List<Long> shown = new ArrayList<>();
        for (int index = 0; shown.size() < MOST_REORDERED; index++) {
            AVPacket next = packets.peek(index);
            if (next == null) {
                break;
            }
            if (next.stream_index() == stream && next.pts() != AV_NOPTS_VALUE) {
                shown.add(next.pts());
            }
        }
        return shown;
    }
}

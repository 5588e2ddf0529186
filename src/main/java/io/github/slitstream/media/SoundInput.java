package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/** A device that hears: what has come in, with the moments at which it did. Never waits. One thread at a time. */
final class SoundInput implements AutoCloseable {
    private final Demuxer demuxer;
    private final PacketSorter packets;
    private final SoundReader sound;
    private final AVPacket packet = av_packet_alloc();

    /** @throws FFmpegException if FFmpeg cannot open it; the message is only its reason */
    static SoundInput open(VideoInput input) throws FFmpegException {
        Container container = Container.open(input);
        try {
            return new SoundInput(new Demuxer(container, AVMEDIA_TYPE_AUDIO, new Damage()));
        } catch (FFmpegException refused) {
            container.close();
            throw refused;
        }
    }

    private SoundInput(Demuxer demuxer) throws FFmpegException {
        this.demuxer = demuxer;
        this.packets = new PacketSorter(demuxer);
        this.sound = new SoundReader(packets, demuxer.leader(), true, new SoundDamage());
    }

    SoundFormat format() {
        return sound.format();
    }

    /**
     * @return null if nothing has come in
     * @throws FFmpegException if the device is gone
     */
    @Nullable
    SoundBlock read() throws FFmpegException {
        packets.takeArrived(packet);
        SoundBlock next = sound.read(Long.MAX_VALUE);
        if (next == null) {
            packets.check();
        }
        return next;
    }

    @Override
    public void close() {
        sound.close();
        packets.close();
        av_packet_free(packet);
        demuxer.close();
    }
}

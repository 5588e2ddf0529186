package io.github.slitstream.media;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Where an encoder's packets go. */
@FunctionalInterface
interface PacketTarget {
    /**
     * @param packet its times in ticks of {@link VideoStream#TICKS_PER_SECOND}; blank when the call has returned
     */
    void write(AVPacket packet) throws FFmpegException;
}

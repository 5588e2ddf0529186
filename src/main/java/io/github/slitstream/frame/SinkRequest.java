package io.github.slitstream.frame;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to write.
 *
 * @param address a video file, a still ({@code .png}) or a numbered sequence ({@code frames/%05d.png})
 * @param size of every picture
 * @param pixels the shape of a pixel of them
 * @param framesPerSecond nominal rate of what will be written
 * @param sound of most of the sound that will be written; null for none
 */
public record SinkRequest(String address, FrameSize size, PixelShape pixels, double framesPerSecond,
        @Nullable SoundFormat sound) {
    /** Pictures of square pixels without sound. */
    public static SinkRequest silent(String address, FrameSize size, double framesPerSecond) {
        return new SinkRequest(address, size, PixelShape.SQUARE, framesPerSecond, null);
    }
}

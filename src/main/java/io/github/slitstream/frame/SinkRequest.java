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
 * @param preset text of the preset that makes the pictures, for outputs that can carry it; empty for none
 * @param slice what is kept of each picture, of all of them in one still; null for all of it
 * @param encoding how well, and by what
 * @param keeping what becomes of it if it is not finished
 */
public record SinkRequest(String address, FrameSize size, PixelShape pixels, double framesPerSecond,
        @Nullable SoundFormat sound, String preset, @Nullable Slice slice, Encoding encoding, Keeping keeping) {
    /** Whole pictures that are made by no preset, for an output that is there as a whole, or not at all. */
    public SinkRequest(String address, FrameSize size, PixelShape pixels, double framesPerSecond,
            @Nullable SoundFormat sound) {
        this(address, size, pixels, framesPerSecond, sound, "", null, Encoding.USUAL, Keeping.WHOLE);
    }

    /** Pictures of square pixels without sound. */
    public static SinkRequest silent(String address, FrameSize size, double framesPerSecond) {
        return new SinkRequest(address, size, PixelShape.SQUARE, framesPerSecond, null);
    }

    /** From one picture to the next at the nominal rate. */
    public long pictureNanos() {
        return Math.round(1e9 / framesPerSecond);
    }

    /** The same, carrying the text of a preset. */
    public SinkRequest carrying(String text) {
        return new SinkRequest(address, size, pixels, framesPerSecond, sound, text, slice, encoding, keeping);
    }

    /** The same, or a slice of it. */
    public SinkRequest cut(@Nullable Slice along) {
        return new SinkRequest(address, size, pixels, framesPerSecond, sound, preset, along, encoding, keeping);
    }

    /** The same, encoded in another way, of which something else becomes if it is not finished. */
    public SinkRequest with(Encoding otherEncoding, Keeping otherKeeping) {
        return new SinkRequest(address, size, pixels, framesPerSecond, sound, preset, slice, otherEncoding,
                otherKeeping);
    }

    /** The same of square pixels: pictures are stretched to their shape. */
    public SinkRequest square() {
        return new SinkRequest(address, pixels.squared(size), PixelShape.SQUARE, framesPerSecond, sound, preset, slice,
                encoding, keeping);
    }

    /** For pictures that come as they are shown. */
    public SinkRequest live(Encoding otherEncoding) {
        return with(otherEncoding.live(), Keeping.WRITTEN);
    }
}

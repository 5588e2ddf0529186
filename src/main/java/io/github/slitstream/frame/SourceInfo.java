package io.github.slitstream.frame;

/**
 * What a source turned out to be once it was open.
 *
 * @param address what opens it again
 * @param name for people: a file's name, a camera's name
 * @param framesPerSecond nominal rate; what a live source promised
 * @param live whether frames come when they come; other sources are read as fast as wanted
 * @param frames how many frames there are of each view, or {@link #UNKNOWN}
 * @param detail the negotiated format in a few words, such as {@code MJPEG 1280×720 @ 30}
 * @param views how many cameras see each moment, all in frames of this size; 1 but for a rig
 * @param pixels the shape of a pixel
 * @param durationNanos how long it plays, as far as it says; {@link #UNKNOWN} of what has no end or does not say
 */
public record SourceInfo(String address, String name, FrameSize size, double framesPerSecond, boolean live,
        long frames, String detail, int views, PixelShape pixels, long durationNanos) {
    public static final long UNKNOWN = -1;

    /** A source that plays as long as its number of frames takes at its rate. */
    public SourceInfo(String address, String name, FrameSize size, double framesPerSecond, boolean live, long frames,
            String detail, int views, PixelShape pixels) {
        this(address, name, size, framesPerSecond, live, frames, detail, views, pixels,
                frames == UNKNOWN ? UNKNOWN : Math.round(frames * 1e9 / framesPerSecond));
    }

    /** A source of one view and square pixels that plays as long as its number of frames takes at its rate. */
    public SourceInfo(String address, String name, FrameSize size, double framesPerSecond, boolean live, long frames,
            String detail) {
        this(address, name, size, framesPerSecond, live, frames, detail, 1, PixelShape.SQUARE);
    }

    /** The same source under another address. */
    public SourceInfo at(String other) {
        return new SourceInfo(other, name, size, framesPerSecond, live, frames, detail, views, pixels, durationNanos);
    }

    /** The same, but playing so long. */
    public SourceInfo lasting(long nanos) {
        return new SourceInfo(address, name, size, framesPerSecond, live, frames, detail, views, pixels, nanos);
    }

    public boolean isStill() {
        return frames == 1 && !live;
    }
}

package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** One channel of a picture, blurred, 0 black … 1 white. */
final class VideoPlane {
    /** A single black pixel, before there is a picture. */
    static final VideoPlane NONE = new VideoPlane(new FrameSize(1, 1));

    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final FrameSize size;
    private final BlockBlur blur;
    private final float[] samples;

    VideoPlane(FrameSize size) {
        this.size = size;
        this.blur = new BlockBlur(size);
        this.samples = new float[size.pixels()];
    }

    FrameSize size() {
        return size;
    }

    /** @param radius of the blur, as a share of the longer side */
    void take(Frame picture, VideoChannel channel, double radius) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = channel.of(picture.pixels().getAtIndex(PIXEL, i)) / VideoChannel.WHITE;
        }
        int longer = Coordinates.longer(size);
        blur.blur(samples, (int) Math.min(Math.rint(radius * longer), longer));
    }

    double sample(int column, int row) {
        return samples[row * size.width() + column];
    }
}

package io.github.slitstream.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Fits pictures into one of another size: as large as their proportions allow, in the middle of black. One thread. */
public final class PictureFit {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int OPAQUE_BLACK = 0xff000000;

    private final Resizer resizer;
    private @Nullable Frame scaled;

    public PictureFit(Resizer resizer) {
        this.resizer = resizer;
    }

    /** Fills a frame whose pixels are of the same shape and stamps it with the same capture time. */
    public void fit(Frame picture, Frame into) {
        fit(picture, 1, into);
    }

    /**
     * Fills a frame and stamps it with the same capture time.
     *
     * @param stretch how many times wider the picture's pixels are, for their height, than those of the frame
     */
    public void fit(Frame picture, double stretch, Frame into) {
        FrameSize fitted = fitted(picture.size(), stretch, into.size());
        Frame small = scaledTo(fitted);
        boolean shrinks = fitted.width() < picture.size().width() || fitted.height() < picture.size().height();
        resizer.resize(picture, small, shrinks ? Resampling.AREA : Resampling.LINEAR);
        fillBlack(into);
        long left = (long) (into.size().width() - fitted.width()) / 2 * FrameSize.BYTES_PER_PIXEL;
        int top = (into.size().height() - fitted.height()) / 2;
        for (int row = 0; row < fitted.height(); row++) {
            MemorySegment.copy(small.pixels(), (long) row * fitted.stride(), into.pixels(),
                    (long) (top + row) * into.size().stride() + left, fitted.stride());
        }
        into.stamp(picture.capturedNanos());
    }

    private static void fillBlack(Frame frame) {
        for (int i = 0; i < frame.size().pixels(); i++) {
            frame.pixels().setAtIndex(PIXEL, i, OPAQUE_BLACK);
        }
    }

    /** The largest size within another of the proportions that a picture has whose pixels are stretched sideways. */
    public static FrameSize fitted(FrameSize picture, double stretch, FrameSize room) {
        double width = picture.width() * stretch;
        double scale = Math.min(room.width() / width, (double) room.height() / picture.height());
        return new FrameSize(Math.clamp(Math.round(width * scale), 1, room.width()),
                Math.clamp(Math.round(picture.height() * scale), 1, room.height()));
    }

    private Frame scaledTo(FrameSize size) {
        Frame current = scaled;
        if (current == null || !current.size().equals(size)) {
            current = Frame.allocate(size, Arena.ofAuto());
            scaled = current;
        }
        return current;
    }
}

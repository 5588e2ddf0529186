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

    /** Fills a frame and stamps it with the same capture time. */
    public void fit(Frame picture, Frame into) {
        FrameSize fitted = fitted(picture.size(), into.size());
        Frame small = scaledTo(fitted);
        boolean shrinks = fitted.width() < picture.size().width();
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

    /** The largest size of the same proportions within another. */
    public static FrameSize fitted(FrameSize picture, FrameSize room) {
        double scale = Math.min((double) room.width() / picture.width(), (double) room.height() / picture.height());
        return new FrameSize(Math.clamp(Math.round(picture.width() * scale), 1, room.width()),
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

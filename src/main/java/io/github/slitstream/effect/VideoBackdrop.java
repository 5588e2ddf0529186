package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.FileName;
import io.github.slitstream.pattern.PictureStore;
import io.github.slitstream.pattern.VideoReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * Another source that plays behind, scaled to cover a frame and cut off evenly on both sides; each pixel is the nearest
 * of its picture. Black before the first.
 */
final class VideoBackdrop implements BackPixels {
    static final FileName SOURCE = new FileName("video", "Video behind",
            "What plays in its place: a video, numbered pictures, a URL or a camera.", List.of("demo:640x360"),
            List.of("mp4", "mov", "mkv", "webm", "avi", "gif", "png"), "demo:640x360").played();

    private final FrameSize size;
    private final VideoReader<Picture> reader;
    private Picture shown = Pictures.NONE;
    /** By column and row of the frame, those of the picture. */
    private int[] columns;
    private int[] rows;

    /** One picture of the source, row after row. */
    private static final class Picture {
        private final FrameSize size;
        private final int[] pixels;

        Picture(FrameSize size) {
            this.size = size;
            this.pixels = new int[size.pixels()];
        }
    }

    private static final class Pictures implements PictureStore<Picture> {
        private static final Picture NONE = new Picture(new FrameSize(1, 1));
        private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED
                .withOrder(ByteOrder.LITTLE_ENDIAN);

        @Override
        public Picture none() {
            return NONE;
        }

        @Override
        public Picture make(FrameSize size) {
            return new Picture(size);
        }

        @Override
        public boolean isRoomFor(Picture picture, FrameSize size) {
            return picture.size.equals(size) && !picture.equals(NONE);
        }

        @Override
        public void fill(Picture room, Frame frame) {
            MemorySegment.copy(frame.pixels(), PIXEL, 0, room.pixels, 0, room.pixels.length);
        }
    }

    VideoBackdrop(String address, FrameSize size) {
        this.size = size;
        this.reader = new VideoReader<>(address, new Pictures());
        this.columns = new int[size.width()];
        this.rows = new int[size.height()];
    }

    boolean isOf(String address) {
        return reader.isOf(address);
    }

    /** Goes on to the moment that is about to be rendered; throws as {@link VideoReader#follow} does. */
    void follow(FrameHistory input) {
        if (!reader.follow(input.capturedNanos(0), input.isLive())) {
            return;
        }
        Picture next = reader.shown();
        if (!next.size.equals(shown.size)) {
            cover(next.size);
        }
        shown = next;
    }

    private void cover(FrameSize picture) {
        double scale = Math.max((double) size.width() / picture.width(), (double) size.height() / picture.height());
        columns = places(size.width(), picture.width(), scale);
        rows = places(size.height(), picture.height(), scale);
    }

    private static int[] places(int side, int ofPicture, double scale) {
        int[] places = new int[side];
        for (int i = 0; i < side; i++) {
            double place = (i + 0.5 - side / 2.0) / scale + ofPicture / 2.0;
            places[i] = Math.clamp((int) Math.floor(place), 0, ofPicture - 1);
        }
        return places;
    }

    Optional<String> fault() {
        return reader.fault();
    }

    @Override
    public int pixel(int row, int column) {
        return shown.pixels[rows[row] * shown.size.width() + columns[column]] | Pixel.OPAQUE;
    }
}

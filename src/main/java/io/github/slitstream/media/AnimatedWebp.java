package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * An animated WebP. Each frame is laid over the canvas of those before it, as the container's specification has it; the
 * canvas is transparent at first. Frames of 10 ms and less are shown for 100 ms, as browsers do.
 */
final class AnimatedWebp implements FrameSource {
    private static final int SHORTEST = 10;
    private static final int INSTEAD = 100;

    private final WebpFile file;
    private final Path path;
    private final int[] canvas;
    private final SourceInfo info;
    private int next;
    private long milliseconds;

    /** @param file of at least one frame */
    AnimatedWebp(WebpFile file, Path path, String address) {
        this.file = file;
        this.path = path;
        this.canvas = new int[file.canvas().pixels()];
        double seconds = file.frames().stream().mapToInt(AnimatedWebp::duration).sum() / 1e3;
        StillPicture shown = new StillPicture(file.canvas(), canvas).upright(file.orientation());
        int count = file.frames().size();
        this.info = new SourceInfo(address, String.valueOf(path.getFileName()), shown.size(), count / seconds, false,
                count, "WEBP " + shown.size() + ", " + count + " frames");
    }

    private static int duration(WebpFile.Frame frame) {
        return frame.milliseconds() <= SHORTEST ? INSTEAD : frame.milliseconds();
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public List<Path> files() {
        return List.of(path);
    }

    @Override
    public long read(Frame target) throws IOException {
        if (next == file.frames().size()) {
            return END;
        }
        if (next == 0) {
            Arrays.fill(canvas, 0);
        } else if (file.frames().get(next - 1).cleared()) {
            clear(file.frames().get(next - 1));
        }
        WebpFile.Frame frame = file.frames().get(next);
        lay(file.decode(frame), frame);
        new StillPicture(file.canvas(), canvas).upright(file.orientation()).copyTo(target);
        long nanos = milliseconds * 1_000_000;
        milliseconds += duration(frame);
        next++;
        return nanos;
    }

    @Override
    public long shownUntil() {
        return milliseconds * 1_000_000;
    }

    @Override
    public void rewind() {
        next = 0;
        milliseconds = 0;
    }

    @Override
    public void close() {}

    private void clear(WebpFile.Frame frame) {
        int width = file.canvas().width();
        for (int y = frame.y(); y < Math.min(frame.y() + frame.height(), file.canvas().height()); y++) {
            int right = Math.min(frame.x() + frame.width(), width);
            Arrays.fill(canvas, y * width + Math.min(frame.x(), right), y * width + right, 0);
        }
    }

    private void lay(StillPicture picture, WebpFile.Frame frame) {
        int width = file.canvas().width();
        int right = Math.min(frame.width(), width - frame.x());
        for (int y = 0; y < Math.min(frame.height(), file.canvas().height() - frame.y()); y++) {
            for (int x = 0; x < right; x++) {
                int at = (frame.y() + y) * width + frame.x() + x;
                int pixel = picture.pixels()[y * frame.width() + x];
                canvas[at] = frame.blended() ? over(pixel, canvas[at]) : pixel;
            }
        }
    }

    /** One pixel over another, both of straight alpha. */
    private static int over(int pixel, int below) {
        int alpha = pixel >>> 24;
        double rest = (below >>> 24) * (255 - alpha) / 255.0;
        if (alpha == 255 || alpha + rest == 0) {
            return alpha == 255 ? pixel : 0;
        }
        double whole = alpha + rest;
        int mixed = (int) (Math.round(whole) << 24);
        for (int shift = 0; shift <= 16; shift += 8) {
            int own = (pixel >>> shift) & 0xff;
            int other = (below >>> shift) & 0xff;
            mixed |= (int) (Math.round((own * alpha + other * rest) / whole) << shift);
        }
        return mixed;
    }
}

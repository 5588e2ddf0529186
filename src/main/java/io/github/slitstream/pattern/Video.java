package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.FileName;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One channel of another source, from a black to a white point, stretched so that the corners meet. It plays along with
 * the time of the pictures, over and over; a live one as it comes. Live, a picture that is not read yet is not waited
 * for: the last one stays.
 */
final class Video implements Pattern {
    static final FileName SOURCE = new FileName("video", "Video",
            "What plays as the map: a video, numbered pictures, a URL or a camera.",
            List.of("demo:320x180", "demo:160x90"),
            List.of("mp4", "mov", "mkv", "webm", "avi", "gif", "png"), "demo:320x180").played();
    static final Choice<VideoChannel> CHANNEL = Choice.of("channel", "Channel", List.of(VideoChannel.values()),
            VideoChannel.LUMA, "What of its colours is looked at.");
    static final Real BLACK = Real.of("black", "Black point", 0, 1, 0, "Level that is now.");
    static final Real WHITE = Real.of("white", "White point", 0, 1, 1, "Level that is the past.");
    static final Real BLUR = Real
            .of("blur", "Blur", 0, 25, 0, "How far it is smoothed, as a share of its longer side.").in("%")
            .slider(0, 10);

    @Override
    public String id() {
        return "video";
    }

    @Override
    public String label() {
        return "Video";
    }

    @Override
    public String doc() {
        return "Another video says how far back to look: black is now, white the past.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(SOURCE, CHANNEL, BLACK, WHITE, BLUR);
    }

    @Override
    public void check(ParameterValues values) {
        VideoSources.check(values.get(SOURCE));
    }

    @Override
    public boolean opensSource() {
        return true;
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final FrameSize size;
        private final VideoPlanes planes = new VideoPlanes();
        private @Nullable VideoReader<VideoPlane> reader;
        private VideoPlane plane = VideoPlane.NONE;
        private double[] xs = new double[0];
        private double[] ys = new double[0];
        private boolean live;
        private double black;
        private double slope = 1;

        Numbers(FrameSize size) {
            this.size = size;
            show(VideoPlane.NONE);
        }

        @Override
        public void take(ParameterValues values) {
            if (reader == null || !reader.isOf(values.get(SOURCE))) {
                reader = new VideoReader<>(values.get(SOURCE), planes);
            }
            planes.set(values.get(CHANNEL), values.get(BLUR) / 100);
            black = values.get(BLACK);
            slope = Luma.slope(black, values.get(WHITE));
        }

        @Override
        public void reach(FrameHistory past, double deepest) {
            live = past.isLive();
        }

        @Override
        public boolean update(Frame picture, PlaneKernels kernels) {
            VideoReader<VideoPlane> playing = Objects.requireNonNull(reader);
            boolean isNew = playing.follow(picture.capturedNanos(), live);
            if (isNew) {
                show(playing.shown());
            }
            return isNew;
        }

        private void show(VideoPlane next) {
            if (xs.length == 0 || !next.size().equals(plane.size())) {
                xs = Picture.positions(size.width(), next.size().width());
                ys = Picture.positions(size.height(), next.size().height());
            }
            plane = next;
        }

        @Override
        public Optional<String> note() {
            return reader == null ? Optional.empty() : reader.fault();
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            int top = (int) ys[row];
            int bottom = Math.min(top + 1, plane.size().height() - 1);
            double down = ys[row] - top;
            for (int column = 0; column < xs.length; column++) {
                int left = (int) xs[column];
                int right = Math.min(left + 1, plane.size().width() - 1);
                double across = xs[column] - left;
                double above = Picture.blend(plane.sample(left, top), plane.sample(right, top), across);
                double below = Picture.blend(plane.sample(left, bottom), plane.sample(right, bottom), across);
                out[first + column] = Math.clamp((Picture.blend(above, below, down) - black) * slope, 0, 1);
            }
        }
    }
}

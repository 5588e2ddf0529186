package io.github.slitstream.view.model;

import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.kernel.matrix.FundamentalKernels;
import io.github.slitstream.kernel.matrix.RankKernels;
import io.github.slitstream.rig.Camera;
import io.github.slitstream.rig.CameraFiles;
import io.github.slitstream.rig.CameraRig;
import io.github.slitstream.rig.CentreCheck;
import io.github.slitstream.rig.EpipolarPair;
import io.github.slitstream.rig.PictureLine;
import io.github.slitstream.rig.PicturePoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Two pictures of a rig, a point that was marked in one of them, and its epipolar line in the other. */
public final class RigModel {
    /** The two pictures, and which of them something is about. */
    public enum Side {
        LEFT, RIGHT;

        public Side other() {
            return this == LEFT ? RIGHT : LEFT;
        }
    }

    private final SourceOpener sources;
    private final Tasks tasks;
    private final Consumer<Notice> notices;
    private final Runnable changed;

    private final Map<Side, RigCamera> shown = new EnumMap<>(Side.class);
    private @Nullable Opened opened;
    private @Nullable Mark mark;

    /** A file of cameras. */
    private record Opened(String name, CameraRig rig, CentreCheck centres) {}

    private record Mark(Side side, PicturePoint point) {}

    /**
     * @param tasks reads files
     * @param notices hears what went wrong
     * @param changed runs whenever something is to be shown anew
     */
    public RigModel(SourceOpener sources, Tasks tasks, Consumer<Notice> notices, Runnable changed) {
        this.sources = sources;
        this.tasks = tasks;
        this.notices = notices;
        this.changed = changed;
    }

    /** Reads a file of cameras and shows the first two; what was open before stays where it cannot be read. */
    public void open(Path file) {
        tasks.run(() -> read(file), this::show, fault -> notices.accept(Notice.failure("No rig: " + fault)));
    }

    private static Opened read(Path file) throws IOException {
        CameraRig rig = CameraFiles.read(file);
        if (rig.size() < 2) {
            throw new IOException(file + " has one camera; epipolar lines need two");
        }
        return new Opened(String.valueOf(file.getFileName()), rig, new CentreCheck(rig, RankKernels.get()));
    }

    /** Shows another camera on one side. */
    public void choose(Side side, int camera) {
        Opened now = opened;
        if (now == null || shown(side).number() == camera) {
            return;
        }
        mark = null;
        play(side, now.rig, camera);
        changed.run();
    }

    /** Looks how the two sources are doing. */
    public void tick() {
        boolean news = false;
        for (RigCamera camera : shown.values()) {
            news |= camera.tick();
        }
        if (news) {
            changed.run();
        }
    }

    /** Nothing is open any more, and nothing plays. */
    public void close() {
        shown.values().forEach(RigCamera::close);
        shown.clear();
        opened = null;
        mark = null;
    }

    /** Marks a point; one outside the picture is moved to its nearest pixel. */
    public void mark(Side side, PicturePoint point) {
        if (opened != null) {
            mark = new Mark(side, shown(side).picture().nearest(point));
            changed.run();
        }
    }

    /** Moves the point of this side by so many pixels; the first time it appears in the middle. */
    public void move(Side side, double right, double down) {
        if (opened == null) {
            return;
        }
        RigPicture picture = shown(side).picture();
        PicturePoint middle = new PicturePoint((picture.left() + picture.right()) / 2,
                (picture.top() + picture.bottom()) / 2);
        mark(side, marked(side).map(point -> new PicturePoint(point.x() + right, point.y() + down)).orElse(middle));
    }

    /** The name of the file that is open. */
    public Optional<String> name() {
        return Optional.ofNullable(opened).map(Opened::name);
    }

    /** The names of all cameras, each with its number. */
    public List<String> cameras() {
        return opened == null ? List.of() : opened.rig.cameras().stream().map(Camera::name).toList();
    }

    public Optional<RigPicture> picture(Side side) {
        return Optional.ofNullable(shown.get(side)).map(RigCamera::picture);
    }

    /** Where the newest frame of this side is to be had; nothing where there is none to show. */
    public Optional<PictureExchange> frames(Side side) {
        return Optional.ofNullable(shown.get(side)).flatMap(RigCamera::frames);
    }

    /** The point that was marked on this side. */
    public Optional<PicturePoint> marked(Side side) {
        return Optional.ofNullable(mark).filter(current -> current.side == side).map(Mark::point);
    }

    /** What is seen on this side of the line that belongs to the point of the other. */
    public Optional<PictureLine.Segment> line(Side side) {
        if (opened == null) {
            return Optional.empty();
        }
        RigPicture picture = shown(side).picture();
        return marked(side.other()).flatMap(point -> from(side.other()).flatMap(pair -> pair.line(point)))
                .flatMap(line -> line.within(picture.left(), picture.top(), picture.right(), picture.bottom()));
    }

    /** Where the other camera stands in the picture of this side, if inside. */
    public Optional<PicturePoint> epipole(Side side) {
        return opened == null
                ? Optional.empty()
                : from(side.other()).flatMap(EpipolarPair::epipole).filter(shown(side).picture()::contains);
    }

    /** One sentence on what is to be seen or done. */
    public String words() {
        if (opened == null) {
            return "";
        }
        if (from(Side.LEFT).isEmpty()) {
            return "Both cameras have one centre: there is no epipolar line. Choose another camera.";
        }
        if (mark == null) {
            return "Click a point, or move it with the arrow keys (Shift: ten pixels): the other picture shows "
                    + "the line on which"
                    + " it lies. A ring is where the other camera stands.";
        }
        Side other = mark.side.other();
        return words(mark.side, mark.point) + line(other)
                .map(line -> ": its line on the " + name(other) + " runs from " + words(line.from()) + " to "
                        + words(line.to()))
                .orElse(": its line does not meet the picture on the " + name(other));
    }

    private void show(Opened next) {
        close();
        opened = next;
        play(Side.LEFT, next.rig, 0);
        play(Side.RIGHT, next.rig, 1);
        next.rig.remarks().forEach(remark -> notices.accept(Notice.warning(next.name + ": " + remark)));
        changed.run();
    }

    private void play(Side side, CameraRig rig, int number) {
        RigCamera before = shown.put(side, RigCamera.open(number, rig.cameras().get(number), sources));
        if (before != null) {
            before.close();
        }
    }

    /** What is on this side while a rig is open. */
    private RigCamera shown(Side side) {
        return Objects.requireNonNull(shown.get(side));
    }

    /** What the camera of one side knows of the other's picture; nothing where they have one centre. */
    private Optional<EpipolarPair> from(Side side) {
        RigCamera camera = shown(side);
        RigCamera other = shown(side.other());
        return opened == null || opened.centres.isOneCentre(camera.number(), other.number(), CentreCheck.NEAR)
                ? Optional.empty()
                : Optional.of(EpipolarPair.of(camera.camera(), other.camera(), FundamentalKernels.get()));
    }

    private static String words(Side side, PicturePoint point) {
        return "Point " + words(point) + " on the " + name(side);
    }

    private static String words(PicturePoint point) {
        return String.format(Locale.ROOT, "(%.1f, %.1f)", point.x(), point.y());
    }

    private static String name(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}

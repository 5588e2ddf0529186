package io.github.slitstream.view.model;

import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.rig.Camera;
import io.github.slitstream.rig.PicturePoint;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of one of the two pictures of a rig.
 *
 * @param camera its number in the rig
 * @param size of the picture as the camera's matrix counts pixels
 * @param firstPixel both coordinates of the centre of the upper left pixel
 * @param word what is to be said of it, or empty
 */
public record RigPicture(int camera, FrameSize size, double firstPixel, String word) {
    private static final FrameSize UNTOLD = new FrameSize(1280, 720);

    /** @param state of what the camera takes, null where nothing is named */
    static RigPicture of(int number, Camera camera, @Nullable SourceState state) {
        return switch (state) {
            case null -> field(number, camera, "No picture is named for this camera");
            case SourceState.Opening opening -> field(number, camera, "Opening " + SourceNames.of(opening.address()));
            case SourceState.Refused refused -> field(number, camera, refused.reason());
            case SourceState.Playing playing -> filled(number, camera, playing.info(), "");
            case SourceState.Ended ended -> filled(number, camera, ended.info(), "");
            case SourceState.Lost lost -> filled(number, camera, lost.info(), lost.reason());
        };
    }

    /**
     * A field without a picture: of the size that the file tells, or about twice as large as where the camera looks.
     */
    private static RigPicture field(int number, Camera camera, String why) {
        FrameSize told = told(camera);
        FrameSize size = told == null ? guessed(camera.matrix().principalPoint()) : told;
        return new RigPicture(number, size, camera.picture().firstPixel(),
                why + ": a field of " + size + (told == null ? ", guessed" : ""));
    }

    /** A picture that was taken in another size than the camera has is stretched to it. */
    private static RigPicture filled(int number, Camera camera, SourceInfo info, String trouble) {
        FrameSize told = told(camera);
        FrameSize size = told == null ? info.size() : told;
        String stretched = size.equals(info.size()) ? "" : "The picture of " + info.size() + " is stretched to " + size;
        return new RigPicture(number, size, camera.picture().firstPixel(), trouble.isEmpty() ? stretched : trouble);
    }

    public double left() {
        return firstPixel - 0.5;
    }

    public double right() {
        return left() + size.width();
    }

    public double top() {
        return firstPixel - 0.5;
    }

    public double bottom() {
        return top() + size.height();
    }

    public boolean contains(PicturePoint point) {
        return point.x() >= left() && point.x() <= right() && point.y() >= top() && point.y() <= bottom();
    }

    /** The nearest pixel centre of the picture, or a place between four of them, for a point that may lie outside. */
    PicturePoint nearest(PicturePoint point) {
        return new PicturePoint(Math.clamp(point.x(), firstPixel, right() - 0.5),
                Math.clamp(point.y(), firstPixel, bottom() - 0.5));
    }

    private static @Nullable FrameSize told(Camera camera) {
        int width = camera.picture().width();
        int height = camera.picture().height();
        return width < 1 || height < 1 || Math.max(width, height) > FrameSize.MAX_SIDE
                ? null
                : new FrameSize(width, height);
    }

    /** Cameras that look at (W − 1)/2 and at W/2 both have the width W. */
    private static FrameSize guessed(PicturePoint axis) {
        double width = 2 * Math.rint(axis.x() + 0.25);
        double height = 2 * Math.rint(axis.y() + 0.25);
        return width >= 2 && height >= 2 && Math.max(width, height) <= FrameSize.MAX_SIDE
                ? new FrameSize((int) width, (int) height)
                : UNTOLD;
    }
}

package io.github.slitstream.rig;

/**
 * A pinhole camera of a rig.
 *
 * @param name for people: a file's name, or the camera's number where it has none
 * @param picture what it took, as far as its file tells
 */
public record Camera(String name, ProjectionMatrix matrix, CameraPicture picture) {
    /** A camera whose file tells nothing of its picture. */
    public Camera(String name, ProjectionMatrix matrix) {
        this(name, matrix, CameraPicture.UNKNOWN);
    }
}

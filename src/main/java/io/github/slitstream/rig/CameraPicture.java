package io.github.slitstream.rig;

/**
 * The picture that belongs to a camera, as far as the camera's file tells.
 *
 * @param address what opens it, a video, a still or a live source; empty where none is named
 * @param width in pixels, 0 where it is not told
 * @param height likewise
 * @param firstPixel both coordinates of the centre of the upper left pixel, as the camera's matrix counts
 */
public record CameraPicture(String address, int width, int height, double firstPixel) {
    /** OpenCV's way to count pixels. */
    private static final double WHOLE = 0;
    /** Nothing is told; the first pixel's centre is (0, 0). */
    public static final CameraPicture UNKNOWN = new CameraPicture("", 0, 0, WHOLE);

    static CameraPicture at(String address) {
        return new CameraPicture(address, 0, 0, WHOLE);
    }
}

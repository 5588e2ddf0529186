package io.github.slitstream.view.model;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.pattern.DelayMap;
import java.util.Arrays;

/** A delay map in small: one delay in frames per point of a raster, and the deepest of all; below 0 they lead ahead. */
public final class DelayPicture {
    private final int width;
    private final int height;
    private float[] frames;
    private float[] next;
    private double deepest;

    public DelayPicture(int width, int height) {
        this.width = width;
        this.height = height;
        this.frames = new float[width * height];
        this.next = new float[width * height];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Samples the map and says whether anything changed. */
    public boolean take(DelayMap map) {
        FrameSize size = map.size();
        for (int y = 0; y < height; y++) {
            int row = (int) ((y + 0.5) * size.height() / height);
            for (int x = 0; x < width; x++) {
                int column = (int) ((x + 0.5) * size.width() / width);
                next[y * width + x] = (float) map.framesAt(column, row);
            }
        }
        if (Arrays.equals(frames, next)) {
            return false;
        }
        float[] old = frames;
        frames = next;
        next = old;
        deepest = 0;
        for (float delay : frames) {
            deepest = Math.abs(delay) > Math.abs(deepest) ? delay : deepest;
        }
        return true;
    }

    /** Delay in frames at a point of the raster. */
    public double framesAt(int x, int y) {
        return frames[y * width + x];
    }

    /** The delay in frames that leads furthest from now. */
    public double deepest() {
        return deepest;
    }

    /** A number of frames, such as {@code 13 frames}, or {@code +13 frames} of one below 0, which lies ahead. */
    public static String inWords(double frames) {
        long whole = Math.round(Math.abs(frames));
        return (frames < 0 && whole > 0 ? "+" : "") + (whole == 1 ? "1 frame" : whole + " frames");
    }
}

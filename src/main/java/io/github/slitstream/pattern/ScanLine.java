package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The line of a {@link Scan}, drawn over the picture: a pixel at the distance d from it is covered by width/2 + ½ − d,
 * at least nothing and at most wholly. One thread takes values, then any number draw.
 */
final class ScanLine {
    static final Real WIDTH = Real.of("line-width", "Line width", 0.5, 200, 3, "How wide the line is.").in("px")
            .slider(0.5, 20).decimals(1);
    static final Int RED = Int.of("line-red", "Line red", 0, 255, 255, "Of the line.");
    static final Int GREEN = Int.of("line-green", "Line green", 0, 255, 255, "Of the line.");
    static final Int BLUE = Int.of("line-blue", "Line blue", 0, 255, 255, "Of the line.");

    private static final Shown ON = new Shown("on", "On", List.of(WIDTH, RED, GREEN, BLUE));
    private static final Shown OFF = new Shown("off", "Off", List.of());
    static final Choice<Shown> SHOWN = Choice.of("line", "Line", List.of(OFF, ON), OFF,
            "Whether the line is seen while it sweeps.");

    /** Whether it is seen. */
    record Shown(String id, String label, List<Parameter<?>> parameters) implements Named {
        @Override
        public Shown within(String path) {
            return new Shown(id, label, parameters.stream().<Parameter<?>>map(own -> own.within(path)).toList());
        }
    }

    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int WHOLE = 256;

    private final FrameSize size;
    private final ThreadLocal<double[]> distances;
    private boolean shown;
    private double width;
    private int colour;

    ScanLine(FrameSize size) {
        this.size = size;
        this.distances = ThreadLocal.withInitial(() -> new double[size.width()]);
    }

    void take(ParameterValues values) {
        shown = values.get(SHOWN).id().equals(ON.id());
        if (!shown) {
            return;
        }
        width = values.get(WIDTH);
        colour = 0xff000000 | (values.get(RED) << 16) | (values.get(GREEN) << 8) | values.get(BLUE);
    }

    boolean isShown() {
        return shown;
    }

    /** @param place of the line on the way, 0 … 1 */
    void drawRow(ScanWay way, Scan.Shape shape, double place, int row, Frame picture) {
        double[] distance = distances.get();
        way.fillDistances(shape, place, row, distance);
        MemorySegment pixels = picture.pixels();
        long first = (long) row * size.stride();
        for (int i = 0; i < distance.length; i++) {
            int share = (int) (Math.clamp(width / 2 + 0.5 - distance[i], 0, 1) * WHOLE + 0.5);
            if (share > 0) {
                long at = first + (long) i * FrameSize.BYTES_PER_PIXEL;
                pixels.set(PIXEL, at, blended(pixels.get(PIXEL, at), share));
            }
        }
    }

    private int blended(int pixel, int share) {
        int out = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int below = (pixel >>> shift) & 0xff;
            int above = (colour >>> shift) & 0xff;
            out |= ((below * (WHOLE - share) + above * share + WHOLE / 2) / WHOLE) << shift;
        }
        return out;
    }
}

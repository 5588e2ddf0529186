package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.effect.Effect;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PackedFrames;
import io.github.slitstream.param.Values;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Patterns that also say where pixels are read, against their definitions in doubles. */
class PlacedPatternsTest {
    private static final List<FrameSize> SIZES = List.of(new FrameSize(1, 1), new FrameSize(1, 9), new FrameSize(7, 1),
            new FrameSize(33, 21), new FrameSize(24, 30));
    private static final int FRAMES = 9;
    /** Four blends and places of eight bits, on pictures of gentle slopes. */
    private static final double ROUNDED = 2;
    /** What packing loses. */
    private static final double PACKED = 9;

    /** What a pixel at x and y, −1 … 1, shows. */
    private interface Definition {
        /** @return number, x and y of what is read */
        double[] of(double x, double y);
    }

    @Test
    void aSlitShowsOneLineOfEveryFrame() {
        double angle = Math.toRadians(35);
        Values values = TimeDisplacement.TYPE.defaults().with("pattern", "slit").with("angle", "35")
                .with("slit", "0.3").with("entry", "0.25");
        double reach = Math.cos(angle) + Math.sin(angle);
        agrees(values, (x, y) -> {
            double along = x * Math.cos(angle) + y * Math.sin(angle);
            double step = (2 * 0.3 - 1) * reach - along;
            return new double[]{Math.abs((along / reach + 1) / 2 - 0.25) / 0.75, x + step * Math.cos(angle),
                y + step * Math.sin(angle)};
        });
    }

    @Test
    void aTurnedCubeIsCutByAPlane() {
        for (double turn : new double[]{0, 40, 90, 200}) {
            Values values = TimeDisplacement.TYPE.defaults().with("pattern", "rotate").with("angle", "110")
                    .with("turn", Double.toString(turn)).with("moment", "0.4");
            double cos = Math.cos(Math.toRadians(110));
            double sin = Math.sin(Math.toRadians(110));
            double reach = Math.abs(cos) + Math.abs(sin);
            agrees(values, (x, y) -> {
                double along = x * cos + y * sin;
                double step = along * (Math.cos(Math.toRadians(turn)) - 1);
                double number = 0.4 + along / reach * Math.sin(Math.toRadians(turn)) / 2;
                return new double[]{Math.clamp(number, 0, 1), x + step * cos, y + step * sin};
            });
        }
    }

    @Test
    void aCubeThatSpinsTurnsWithTime() {
        FrameSize size = new FrameSize(33, 21);
        Values spinning = Filled.defaults("rotate").with(Rotate.TURN, 10.0).with(Rotate.SPIN, 90.0);
        Values turned = Filled.defaults("rotate").with(Rotate.TURN, 10 + 90 * 0.2); // the last frame is 0.2 s old
        assertArrayEquals(Filled.of("rotate", size, turned), Filled.of("rotate", size, spinning), 1e-12);
    }

    private static void agrees(Values values, Definition definition) {
        for (FrameSize size : SIZES) {
            for (boolean packed : new boolean[]{false, true}) {
                try (FrameRing ring = ring(size, packed); Arena arena = Arena.ofConfined()) {
                    Frame out = Frame.allocate(size, arena);
                    FrameHistory past = ring.newest();
                    Effect effect = TimeDisplacement.TYPE.create(size, Kernels.get());
                    effect.prepare(past, values);
                    effect.render(past, out, 0, size.height());
                    compare(out, definition, packed ? PACKED : ROUNDED, values + " " + size);
                }
            }
        }
    }

    private static FrameRing ring(FrameSize size, boolean packed) {
        FrameRing ring = packed
                ? new FrameRing(size, 1, FRAMES, new PackedFrames(Kernels.get()), FlowAxis.NONE)
                : new FrameRing(size, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            Frame slot = Objects.requireNonNull(ring.claim());
            for (int pixel = 0; pixel < size.pixels(); pixel++) {
                int column = pixel % size.width();
                int row = pixel / size.width();
                int age = FRAMES - 1 - i;
                slot.pixels().setAtIndex(ValueLayout.JAVA_INT, pixel,
                        0xff000000 | (int) level(age, column, row, 2) << 16
                                | (int) level(age, column, row, 1) << 8 | (int) level(age, column, row, 0));
            }
            ring.publish(i * 40_000_000L);
            ring.newest();
        }
        return ring;
    }

    /** A plane in place and time, so that what lies between pixels is known. */
    private static double level(double age, double column, double row, int channel) {
        return 20 + (channel + 1) * column + (3 - channel) * row + 8 * age;
    }

    private static void compare(Frame out, Definition definition, double within, String what) {
        FrameSize size = out.size();
        for (int i = 0; i < size.stride() * size.height(); i++) {
            int channel = i % 4;
            int column = i % size.stride() / 4;
            int row = i / size.stride();
            if (channel < 3) {
                double[] read = definition.of(position(column, size.width()), position(row, size.height()));
                double x = Math.clamp((read[1] + 1) / 2, 0, 1) * (size.width() - 1);
                double y = Math.clamp((read[2] + 1) / 2, 0, 1) * (size.height() - 1);
                assertEquals(level(read[0] * (FRAMES - 1), x, y, channel),
                        out.pixels().get(ValueLayout.JAVA_BYTE, i) & 0xff, within,
                        what + " channel " + channel + " at " + column + "," + row);
            }
        }
    }

    private static double position(int index, int side) {
        return side == 1 ? 0 : 2.0 * index / (side - 1) - 1;
    }
}

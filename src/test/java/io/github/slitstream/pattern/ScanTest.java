package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Scan.AtEnd;
import io.github.slitstream.pattern.Scan.Shape;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The scan against its definition in doubles, over frames that come at uneven times. */
class ScanTest {
    private static final List<FrameSize> SIZES = List.of(new FrameSize(1, 1), new FrameSize(1, 9), new FrameSize(7, 1),
            new FrameSize(33, 21));
    private static final double BY_TABLE = 2e-5;

    /** A field and the past that it is shown, frame by frame. */
    private static final class Scene implements AutoCloseable {
        private final FrameSize size;
        private final double deepest;
        private final FrameRing ring;
        private final List<Double> times = new ArrayList<>();
        private final Field field;

        Scene(FrameSize size, int frames, double deepest, Values values) {
            this.size = size;
            this.deepest = deepest;
            this.ring = new FrameRing(size, frames);
            this.field = Filled.pattern("scan").field(size, values);
        }

        void show(double seconds) {
            Objects.requireNonNull(ring.claim());
            ring.publish(Math.round(seconds * 1e9));
            FrameHistory past = ring.newest();
            times.addFirst(seconds);
            Frame now = past.now();
            field.reach(past, deepest);
            field.update(now, new ScalarKernels().planes());
        }

        double[] numbers() {
            double[] out = new double[size.pixels()];
            for (int row = 0; row < size.height(); row++) {
                field.fillRow(row, out, row * size.width());
            }
            return out;
        }

        /** The moment that a number stands for. */
        double moment(double number) {
            double age = number * deepest;
            int newer = Math.min((int) age, times.size() - 2);
            return times.get(newer) + (times.get(newer + 1) - times.get(newer)) * (age - newer);
        }

        @Override
        public void close() {
            ring.close();
        }
    }

    /** Straight lines and circles by their geometry in pixels, each pixel as far as the line covers it. */
    @Test
    void theLineIsDrawnWhereItIsNow() {
        FrameSize size = new FrameSize(61, 41);
        for (Shape shape : Shape.values()) {
            Values values = Filled.defaults("scan").with("shape", shape.id()).with(Scan.ANGLE, 30.0)
                    .with(Scan.SWEEP, 2.0).with("line", "on").with(ScanLine.WIDTH, 5.0)
                    .with(ScanLine.GREEN, 0);
            try (Scene scene = new Scene(size, 60, 48.5, values)) {
                scene.show(0);
                scene.show(0.8);
                assertTrue(scene.field.draws());
                Frame picture = GreyFrame.of(size, (x, y) -> 100);
                for (int row = 0; row < size.height(); row++) {
                    scene.field.drawRow(row, picture);
                }
                for (int i = 0; i < size.pixels(); i++) {
                    double distance = fromLine(shape, i % 61 - 30, i / 61 - 20, 0.4);
                    double covered = Math.clamp(2.5 + 0.5 - distance, 0, 1);
                    int pixel = picture.pixels().getAtIndex(ValueLayout.JAVA_INT, i);
                    assertEquals(100 + 155 * covered, pixel >>> 16 & 0xff, 1, shape + " red at " + i);
                    assertEquals(100 - 100 * covered, pixel >>> 8 & 0xff, 1, shape + " green at " + i);
                }
                scene.show(2.1);
                scene.show(2.2);
                assertTrue(scene.field.draws(), "the next sweep");
            }
        }
    }

    /** Pixels from the middle of the 61 by 41, at 30°, where the line has come to a share of its way. */
    private static double fromLine(Shape shape, double x, double y, double share) {
        double cos = Math.cos(Math.PI / 6);
        double sin = Math.sin(Math.PI / 6);
        return switch (shape) {
            case LINE -> {
                // the line is where x/30·cos + y/20·sin = (cos + sin)·(2·share − 1)
                double normalX = cos / 30;
                double normalY = sin / 20;
                yield Math.abs(x * normalX + y * normalY - (cos + sin) * (2 * share - 1))
                        / Math.hypot(normalX, normalY);
            }
            case CIRCLE -> Math.abs(Math.hypot(x, y) - share * Math.hypot(30, 20));
            case CLOCK -> {
                double turned = Math.atan2(y, x) / (2 * Math.PI) - 30.0 / 360 - share;
                yield Math.abs(turned - Math.rint(turned)) * 2 * Math.PI * Math.hypot(x, y);
            }
        };
    }

    @Test
    void aTriggerBeginsItAnewAndNoLineIsDrawnWhileItWaits() {
        FrameSize size = new FrameSize(9, 5);
        Values values = Filled.defaults("scan").with(Scan.SWEEP, 0.5).with(Scan.AT_END, AtEnd.STAY)
                .with("line", "on");
        try (Scene scene = new Scene(size, 60, 48.5, values)) {
            scene.show(0);
            assertTrue(scene.field.draws());
            scene.show(0.4);
            scene.show(1);
            assertFalse(scene.field.draws(), "it has come to its end");
            assertTrue(scene.numbers()[8] > 0, "and stays frozen");
            scene.field.trigger();
            scene.show(1.1);
            assertTrue(scene.field.draws());
            for (double number : scene.numbers()) {
                assertEquals(0, number, "all is still to come");
            }
            scene.show(1.2);
            assertEquals(1.1, scene.moment(scene.numbers()[0]), BY_TABLE, "passed where it began");
        }
    }

    @Test
    void whatWasPassedStaysAtItsMoment() {
        double sweep = 1.1;
        for (FrameSize size : SIZES) {
            for (Shape shape : Shape.values()) {
                Values values = Filled.defaults("scan").with("shape", shape.id()).with(Scan.ANGLE, 30.0)
                        .with(Scan.SWEEP, sweep).with(Scan.AT_END, AtEnd.STAY);
                Random random = new Random(4);
                try (Scene scene = new Scene(size, 60, 48.5, values)) {
                    double now = 0;
                    scene.show(now);
                    for (int frame = 0; frame < 30; frame++) {
                        now += random.nextDouble(0.01, 0.06);
                        scene.show(now);
                        double[] numbers = scene.numbers();
                        for (int i = 0; i < numbers.length; i++) {
                            double passed = sweep * place(shape, i % size.width(), i / size.width(), size);
                            assertEquals(Math.min(passed, now), scene.moment(numbers[i]), BY_TABLE,
                                    shape + " " + size + " pixel " + i + " after " + now);
                        }
                    }
                }
            }
        }
    }

    /** Around a middle at a quarter and three quarters, twice as wide as high. */
    @Test
    void circlesAndHandsMayHaveAnotherMiddle() {
        FrameSize size = new FrameSize(41, 21);
        for (Shape shape : List.of(Shape.CIRCLE, Shape.CLOCK)) {
            Values values = Filled.defaults("scan").with("shape", shape.id()).with(Scan.ANGLE, 0.0)
                    .with(Scan.SWEEP, 1.0).with("centre-x", "0.25").with("centre-y", "0.75").with("aspect", "2")
                    .with("line", "on").with(ScanLine.WIDTH, 2.0);
            try (Scene scene = new Scene(size, 60, 48.5, values)) {
                scene.show(0);
                scene.show(0.3);
                double[] numbers = scene.numbers();
                Frame picture = GreyFrame.of(size, (x, y) -> 100);
                for (int row = 0; row < size.height(); row++) {
                    scene.field.drawRow(row, picture);
                }
                for (int i = 0; i < numbers.length; i++) {
                    double x = (i % 41 - 10) / Math.sqrt(2);
                    double y = (i / 41 - 15) * Math.sqrt(2);
                    double turns = Math.atan2(y, x) / (2 * Math.PI);
                    double place = shape == Shape.CIRCLE
                            ? Math.hypot(x, y) / Math.hypot(30 / Math.sqrt(2), 15 * Math.sqrt(2))
                            : turns - Math.floor(turns);
                    assertEquals(Math.clamp((0.3 - place) / 0.3 * 1 / 48.5, 0, 1), numbers[i], BY_TABLE,
                            shape + " at " + i);
                    int level = picture.pixels().getAtIndex(ValueLayout.JAVA_INT, i) & 0xff;
                    double way = Math.abs(place - 0.3);
                    boolean isFar = shape == Shape.CIRCLE
                            ? way > 0.15
                            : Math.min(way, 1 - way) > 0.2 && Math.hypot(x, y) > 6;
                    assertTrue(!isFar || level == 100, shape + " is drawn far from the line at " + i);
                    assertTrue(way > 1e-3 || level > 200, shape + " is not drawn at " + i);
                }
            }
        }
    }

    @Test
    void aSweepIsAsLongAsTheDepthUnlessToldOtherwise() {
        FrameSize size = new FrameSize(101, 1);
        Values values = Filled.defaults("scan").with(Scan.ANGLE, 0.0).with(Scan.HOLD, 0.5);
        try (Scene scene = new Scene(size, 41, 40, values)) {
            for (int frame = 0; frame <= 30; frame++) {
                scene.show(frame * 0.05);
            }
            double[] numbers = scene.numbers(); // after a sweep of 40·0.05 − 0.5 seconds
            for (int i = 0; i < numbers.length; i++) {
                assertEquals((1.5 - 1.5 * i / 100) / 2, numbers[i], 1e-9);
            }
        }
    }

    @Test
    void comesBackFromTheOtherSideOrStartsAnew() {
        for (AtEnd atEnd : AtEnd.values()) {
            FrameSize size = new FrameSize(101, 1);
            Values values = Filled.defaults("scan").with(Scan.ANGLE, 0.0).with(Scan.SWEEP, 1.0).with(Scan.HOLD, 0.2)
                    .with(Scan.AT_END, atEnd);
            try (Scene scene = new Scene(size, 41, 40, values)) {
                for (int frame = 0; frame <= 34; frame++) {
                    scene.show(frame * 0.05);
                }
                double[] numbers = scene.numbers(); // 0.5 s after the second sweep began
                for (int i = 0; i < numbers.length; i++) {
                    double place = i / 100.0;
                    double passed = switch (atEnd) {
                        case REPEAT -> 0.5 - place;
                        case PING_PONG -> 0.5 - (1 - place);
                        case STAY -> 1.7 - place;
                    };
                    assertEquals(Math.clamp(passed / 2, 0, 1), numbers[i], 1e-9, atEnd + " at " + i);
                }
            }
        }
    }

    @Test
    void startsAnewWhenItIsSwitchedOnAgain() {
        Values values = Filled.defaults("scan").with(Scan.ANGLE, 0.0).with(Scan.SWEEP, 1.0);
        try (Scene scene = new Scene(new FrameSize(11, 1), 41, 40, values)) {
            scene.show(0);
            scene.show(0.5);
            scene.field.take(values.with(Scan.RUN, false));
            scene.show(0.7);
            for (double number : scene.numbers()) {
                assertEquals(0, number);
            }
            scene.field.take(values);
            scene.show(0.9);
            assertEquals(0.7, scene.moment(scene.numbers()[0]), 1e-9);
            assertEquals(0.9, scene.moment(scene.numbers()[2]), 1e-9);
        }
    }

    private static double place(Shape shape, int column, int row, FrameSize size) {
        double x = position(column, size.width());
        double y = position(row, size.height());
        double longer = Math.max(1, Math.max(size.width(), size.height()) - 1);
        double across = x * (size.width() - 1) / longer;
        double down = y * (size.height() - 1) / longer;
        double cos = Math.cos(Math.toRadians(30));
        double sin = Math.sin(Math.toRadians(30));
        double turns = Math.atan2(down, across) / (2 * Math.PI) - 30 / 360.0;
        return switch (shape) {
            case LINE -> (1 + (x * cos + y * sin) / (cos + sin)) / 2;
            case CIRCLE -> size.pixels() == 1
                    ? 0
                    : Math.hypot(across, down) / Math.hypot((size.width() - 1) / longer, (size.height() - 1) / longer);
            case CLOCK -> turns - Math.floor(turns);
        };
    }

    private static double position(int index, int side) {
        return side == 1 ? 0 : 2.0 * index / (side - 1) - 1;
    }
}

package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;
import java.util.Optional;

/**
 * A line that goes over the picture and stops time where it has been: with p a pixel's place on the way of the line, 0
 * … 1, and t seconds since a sweep of d seconds began, a pixel shows the moment t − p·d seconds ago, or now where the
 * line is still to come. Beyond the depth that moment is the oldest.
 */
final class Scan implements Pattern {
    /** What goes over the picture. */
    enum Shape implements NamedConstant {
        LINE("Line"), CIRCLE("Circle"), CLOCK("Clock hand");

        private final String label;

        Shape(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What comes after a sweep. */
    enum AtEnd implements NamedConstant {
        REPEAT("Repeat"), PING_PONG("Come back"), STAY("Stay");

        private final String label;

        AtEnd(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    private static final CentredOption<Shape> LINE = CentredOption.plain(Shape.LINE);
    static final Choice<CentredOption<Shape>> SHAPE = Choice.of("shape", "Shape",
            List.of(LINE, CentredOption.centred(Shape.CIRCLE, CentredPlaces.PARAMETERS),
                    CentredOption.centred(Shape.CLOCK, CentredPlaces.PARAMETERS)),
            LINE, "What goes over the picture; a circle grows from the middle.");
    static final Real ANGLE = Direction
            .angle("Direction in which a line goes and a clock hand begins; 0 points right, 90 down.");
    static final Real SWEEP = Real
            .of("sweep", "Sweep", 0, 600, 0,
                    "How long it takes; 0 is so long that all stays frozen until the hold is over.")
            .in("s").slider(0, 20);
    static final Real HOLD = Real.of("hold", "Hold", 0, 600, 0, "How long it waits at the end.").in("s")
            .slider(0, 10);
    static final Choice<AtEnd> AT_END = Choice.of("at-end", "At the end", List.of(AtEnd.values()), AtEnd.REPEAT,
            "What comes after it; what is frozen lasts as long as the depth reaches. In the window T begins it anew.");
    static final Flag RUN = Flag.of("run", "Run", true, "Switched off, all is now; switched on again, it starts anew.");

    @Override
    public String id() {
        return "scan";
    }

    @Override
    public String label() {
        return "Scan";
    }

    @Override
    public String doc() {
        return "A line goes over the picture and freezes what it has passed.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(SHAPE, ANGLE, SWEEP, HOLD, AT_END, RUN, ScanLine.SHOWN);
    }

    @Override
    public Optional<Centre> centre(ParameterValues values) {
        return values.get(SHAPE).constant() == Shape.LINE ? Optional.empty() : Optional.of(Centre.OF_PATTERN);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final int width;
        private final ScanWay way;
        private final ScanClock clock = new ScanClock();
        private final AgesOfMoments ages = new AgesOfMoments();
        private final ScanLine line;
        private Shape shape = Shape.LINE;

        Numbers(FrameSize size) {
            width = size.width();
            way = new ScanWay(size);
            line = new ScanLine(size);
        }

        @Override
        public void take(ParameterValues values) {
            shape = values.get(SHAPE).constant();
            way.turnTo(values.get(ANGLE));
            if (shape != Shape.LINE) {
                way.moveTo(values);
            }
            line.take(values);
            clock.set(values.get(SWEEP), values.get(HOLD), values.get(AT_END), values.get(RUN));
        }

        @Override
        public void reach(FrameHistory past, double deepest) {
            ages.take(past, deepest);
            clock.reach(ages.deepestSeconds());
        }

        @Override
        public boolean update(Frame picture, PlaneKernels kernels) {
            clock.advance(picture.capturedNanos());
            return true;
        }

        @Override
        public boolean trigger() {
            clock.trigger();
            return true;
        }

        @Override
        public boolean draws() {
            return line.isShown() && clock.isSweeping();
        }

        @Override
        public void drawRow(int row, Frame picture) {
            line.drawRow(way, shape, clock.place(), row, picture);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            way.fillRow(shape, row, out, first);
            int age = 0;
            for (int i = first; i < first + width; i++) {
                double seconds = clock.secondsSincePassed(out[i]);
                age = ages.newerThan(seconds, age);
                out[i] = ages.share(seconds, age);
            }
        }
    }
}

package io.github.slitstream.view.model;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSequence;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SingleFrameHistory;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.pattern.Field;
import io.github.slitstream.pattern.PatternPart;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a pattern in small, as a part of a mix. One that follows the picture is shown a sample: a bright disc
 * that goes around before a ramp. One that keeps pace with time begins half way through two seconds of past. All of
 * them on one thread.
 */
public final class PartPreview {
    /** Twice as wide and high as it is shown, for screens of as many pixels per point. */
    public static final FrameSize SIZE = new FrameSize(128, 72);
    /** How far back the scale of what keeps pace with time goes. */
    private static final int FRAMES = 60;
    private static final long NANOS_PER_FRAME = 1_000_000_000L / 30;
    private static final double NANOS_PER_ROUND = 3e9;
    private static final double DISC_RADIUS = 18;
    /** Drawn anew each time that it is shown. */
    private static final Frame SAMPLE = Frame.allocate(SIZE, Arena.ofAuto());

    private final double[] numbers = new double[SIZE.pixels()];
    private final Past past = new Past();
    private final boolean drawn;
    private final @Nullable Field field;
    private boolean begun;

    /** @param part one that is not drawn, or that cannot be read, is all 0 */
    public PartPreview(PatternPart part) {
        drawn = !opensSource(part);
        field = drawn ? fieldOf(part) : null;
    }

    /** Whether there is something to be seen: not of what opens a source. */
    public boolean isDrawn() {
        return drawn;
    }

    /** Which is not read once more for a preview. */
    private static boolean opensSource(PatternPart part) {
        return part.pattern().opensSource() || part.parts().stream().anyMatch(PartPreview::opensSource);
    }

    private static @Nullable Field fieldOf(PatternPart part) {
        try {
            return part.field().apply(SIZE);
        } catch (BadValue e) {
            return null; // the card says why the pattern cannot be shown
        }
    }

    /**
     * The numbers at a moment, row-major, to be read until the next call.
     *
     * @param nanos of {@link System#nanoTime}
     */
    public double[] at(long nanos) {
        if (field != null) {
            if (!begun) {
                begun = true;
                advance(field, nanos - FRAMES / 2 * NANOS_PER_FRAME);
            }
            advance(field, nanos);
            for (int row = 0; row < SIZE.height(); row++) {
                field.fillRow(row, numbers, row * SIZE.width());
            }
        }
        return numbers;
    }

    private void advance(Field shown, long nanos) {
        draw(nanos);
        past.frame.show(SAMPLE, nanos);
        shown.reach(past, FRAMES);
        shown.update(SAMPLE, Kernels.get().planes());
    }

    /** Of the sample alone, as if it had been captured for a while. */
    private static final class Past implements FrameHistory {
        private final SingleFrameHistory frame = new SingleFrameHistory();

        @Override
        public FrameSize size() {
            return frame.size();
        }

        @Override
        public FrameSequence moments() {
            return frame.moments();
        }

        @Override
        public FrameSequence views() {
            return frame.views();
        }

        @Override
        public int capacity() {
            return FRAMES + 1;
        }

        @Override
        public int length() {
            return FRAMES + 1;
        }

        @Override
        public Frame now() {
            return frame.now();
        }

        @Override
        public long capturedNanos(int age) {
            return frame.capturedNanos(0) - Math.min(age, FRAMES) * NANOS_PER_FRAME;
        }
    }

    private static void draw(long nanos) {
        double turn = nanos % NANOS_PER_ROUND / NANOS_PER_ROUND * 2 * Math.PI;
        double middleX = SIZE.width() / 2.0 + 28 * Math.cos(turn);
        double middleY = SIZE.height() / 2.0 + 12 * Math.sin(turn);
        for (int i = 0; i < SIZE.pixels(); i++) {
            int x = i % SIZE.width();
            int y = i / SIZE.width();
            boolean inDisc = Math.hypot(x - middleX, y - middleY) < DISC_RADIUS;
            int level = inDisc ? 240 : 160 * x / SIZE.width();
            SAMPLE.pixels().setAtIndex(ValueLayout.JAVA_INT, i, 0xff000000 | level * 0x010101);
        }
        SAMPLE.stamp(nanos);
    }
}

package io.github.slitstream.view.model;

import io.github.slitstream.frame.Frame;
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
 * before a ramp. One thread.
 */
public final class PartPreview {
    public static final FrameSize SIZE = new FrameSize(64, 36);
    /** How far back the scale of what keeps pace with time goes. */
    private static final double FRAMES = 60;
    private static final Frame SAMPLE = sample();

    private final double[] numbers = new double[SIZE.pixels()];
    private final SingleFrameHistory history = new SingleFrameHistory();
    private final @Nullable Field field;

    /** @param part one that opens a source, or that cannot be read, is all 0 */
    public PartPreview(PatternPart part) {
        field = opensSource(part) ? null : fieldOf(part);
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
            SAMPLE.stamp(nanos);
            history.show(SAMPLE, nanos);
            field.reach(history, FRAMES);
            field.update(SAMPLE, Kernels.get().planes());
            for (int row = 0; row < SIZE.height(); row++) {
                field.fillRow(row, numbers, row * SIZE.width());
            }
        }
        return numbers;
    }

    private static Frame sample() {
        Frame frame = Frame.allocate(SIZE, Arena.ofAuto());
        for (int i = 0; i < SIZE.pixels(); i++) {
            int x = i % SIZE.width();
            int y = i / SIZE.width();
            boolean inDisc = Math.hypot(x - 40, y - 16) < 10;
            int level = inDisc ? 240 : 160 * x / SIZE.width();
            frame.pixels().setAtIndex(ValueLayout.JAVA_INT, i, 0xff000000 | level * 0x010101);
        }
        return frame;
    }
}

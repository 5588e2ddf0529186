package io.github.slitstream.engine.chain;

import io.github.slitstream.effect.Effect;
import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SingleFrameHistory;
import io.github.slitstream.preset.Ahead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the rows of a picture: an effect, and the point effects behind it, which work in place on the rows that
 * were just written, while they are in cache.
 */
final class Pass implements Workers.Bands {
    /** Rows of so many bytes stay in a core's second cache from one stage to the next. */
    private static final int CACHED_BYTES = 256 << 10;

    /**
     * One effect of a chain.
     *
     * @param place of its slot in the chain of the preset
     * @param slot id of it
     * @param output size of its pictures
     * @param mask null where it cannot be masked
     * @param missing says so; null where it can be, or never is
     */
    record Stage(int place, String slot, EffectType type, Effect effect, FrameSize output,
            @Nullable MaskedRows mask, @Nullable MissingMask missing) {
        EffectMonitor monitor() {
            return missing == null ? effect : missing;
        }

        /** Whether it may work on rows as soon as the stage before has written them. */
        boolean isPoint() {
            return type.footprint() == Footprint.POINT;
        }

        private void prepare(FrameHistory input, FrameValues values) {
            effect.prepare(input, values.of(place));
            if (mask != null) {
                mask.prepare(values.of(place));
            }
            if (missing != null) {
                missing.prepare(values.of(place));
            }
        }

        private void render(FrameHistory input, Frame output, int from, int to) {
            if (mask == null || !mask.isOn()) {
                effect.render(input, output, from, to);
            } else if (isPoint()) {
                mask.renderInPlace(effect, input, output, from, to);
            } else {
                effect.render(input, output, from, to);
                mask.blend(input.now(), output, from, to);
            }
        }
    }

    private final Stage first;
    private final List<Stage> behind;
    private final @Nullable InputRing ring;
    private final @Nullable Frame intermediate;
    private final SingleFrameHistory written = new SingleFrameHistory();
    private FrameHistory input = written;

    /**
     * @param behind point effects
     * @param ring of the first effect's input, where it needs one of its own
     * @param intermediate where the picture goes that neither a ring nor the output takes
     */
    Pass(Stage first, List<Stage> behind, @Nullable InputRing ring, @Nullable Frame intermediate) {
        this.first = first;
        this.behind = behind;
        this.ring = ring;
        this.intermediate = intermediate;
    }

    @Nullable
    InputRing ring() {
        return ring;
    }

    /** How many frames the first effect's pictures stay behind what comes in. */
    int ahead(FrameValues values) {
        return Ahead.frames(values.preset().chain().get(first.place), values.preset());
    }

    /** Null where the output of the chain takes the picture. */
    @Nullable
    Frame intermediate() {
        return intermediate;
    }

    /** Fills {@code output}, which stays unstamped, and returns it as the input of the next pass. */
    FrameHistory render(FrameHistory from, FrameValues values, Frame output, Workers workers) {
        input = from;
        written.show(output, from.capturedNanos(0));
        first.prepare(from, values);
        for (int i = 0; i < behind.size(); i++) {
            behind.get(i).prepare(written, values);
        }
        workers.run(output.size().height(), this);
        return written;
    }

    @Override
    public void rows(int from, int to) {
        Frame output = written.now();
        int step = behind.isEmpty() ? to - from : Math.max(1, CACHED_BYTES / output.size().stride());
        for (int row = from; row < to; row += step) {
            int end = Math.min(row + step, to);
            first.render(input, output, row, end);
            for (int i = 0; i < behind.size(); i++) {
                behind.get(i).render(written, output, row, end);
            }
        }
    }
}

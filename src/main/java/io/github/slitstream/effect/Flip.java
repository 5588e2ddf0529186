package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.ParameterValues;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Swaps left and right, up and down, or both. */
final class Flip implements Effect {
    private static final Flag HORIZONTAL = Flag.of("horizontal", "Left – right", true,
            "Swaps left and right, as a mirror does.");
    private static final Flag VERTICAL = Flag.of("vertical", "Up – down", false, "Stands the picture on its head.");

    static final EffectType TYPE = EffectType.of("flip", "Flip", "Swaps left and right or up and down.",
            Footprint.GEOMETRIC, List.of(HORIZONTAL, VERTICAL), Flip::new);

    private final FrameSize size;
    private final Kernels kernels;
    private boolean horizontal;
    private boolean vertical;

    private Flip(FrameSize size, Kernels kernels) {
        this.size = size;
        this.kernels = kernels;
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        horizontal = values.get(HORIZONTAL);
        vertical = values.get(VERTICAL);
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            int fromInputRow = vertical ? size.height() - 1 - row : row;
            long from = (long) fromInputRow * size.stride();
            long to = (long) row * size.stride();
            if (horizontal) {
                kernels.reverseRow(input.now().pixels(), from, output.pixels(), to, size.width());
            } else {
                MemorySegment.copy(input.now().pixels(), from, output.pixels(), to, size.stride());
            }
        }
    }
}

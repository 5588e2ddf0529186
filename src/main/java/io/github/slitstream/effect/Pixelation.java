package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.ParameterValues;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/**
 * Squares of one colour, the mean of the pixels below, rounded to nearest. They are laid out from the upper left
 * corner; those at the right and the lower edge may be smaller.
 */
final class Pixelation implements Effect {
    private static final int LARGEST = 256;
    private static final Int SIDE = Int.of("size", "Size", 1, LARGEST, 16, "Side of a square.").in("px").slider(1, 96)
            .logarithmic();

    static final EffectType TYPE = EffectType.of("pixelate", "Pixelate", "Large squares of one colour each.",
            Footprint.GEOMETRIC, List.of(SIDE), Pixelation::new);

    /** Spreads the four channels of a pixel over a long, 16 bits for each: enough for the sum of a square's row. */
    private static final long CHANNELS = 0x00ff_00ff_00ff_00ffL;
    private static final int CHANNEL_BITS = 16;

    private final FrameSize size;
    private final ThreadLocal<Scratch> scratches = ThreadLocal.withInitial(Scratch::new);
    private int side = 1;

    private Pixelation(FrameSize size, Kernels unused) {
        this.size = size;
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        side = values.get(SIDE);
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        Scratch scratch = scratches.get();
        int done = -1;
        for (int row = fromRow; row < toRow; row++) {
            if (row / side != done) {
                done = row / side;
                scratch.takeMeans(input.now().pixels(), done * side);
            }
            scratch.write(output.pixels(), (long) row * size.stride());
        }
    }

    /** What one thread works with. */
    private final class Scratch {
        private final int[] means = new int[size.width()];
        private final int[] sums = new int[4 * size.width()];

        /** Means of the squares of which this is the uppermost row. */
        void takeMeans(MemorySegment in, int top) {
            int bottom = Math.min(top + side, size.height());
            Arrays.fill(sums, 0);
            for (int row = top; row < bottom; row++) {
                addRow(in, (long) row * size.stride());
            }
            for (int left = 0; left < size.width(); left += side) {
                int count = (Math.min(left + side, size.width()) - left) * (bottom - top);
                means[left / side] = mean(4 * (left / side), count);
            }
        }

        private void addRow(MemorySegment in, long at) {
            for (int left = 0; left < size.width(); left += side) {
                int right = Math.min(left + side, size.width());
                long sum = 0;
                for (int column = left; column < right; column++) {
                    sum += Long.expand(Pixel.get(in, at + (long) column * Pixel.BYTES), CHANNELS);
                }
                int square = 4 * (left / side);
                for (int channel = 0; channel < 4; channel++) {
                    sums[square + channel] += (int) (sum >>> (CHANNEL_BITS * channel)) & 0xffff;
                }
            }
        }

        private int mean(int at, int count) {
            int pixel = 0;
            for (int channel = 0; channel < 4; channel++) {
                pixel |= ((2 * sums[at + channel] + count) / (2 * count)) << (8 * channel);
            }
            return pixel;
        }

        void write(MemorySegment out, long at) {
            for (int left = 0; left < size.width(); left += side) {
                int mean = means[left / side];
                int right = Math.min(left + side, size.width());
                for (int column = left; column < right; column++) {
                    Pixel.set(out, at + (long) column * Pixel.BYTES, mean);
                }
            }
        }
    }
}

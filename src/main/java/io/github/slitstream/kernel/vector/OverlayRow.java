package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.slitstream.kernel.Kernels;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;

/** A row's share laid over another row. */
final class OverlayRow {
    private OverlayRow() {}

    /**
     * @param below address of the row below, as are above and out
     * @param weight of the row above
     * @param pixels a multiple of those of a register
     */
    static void lighter(long below, long above, int weight, long out, int pixels) {
        ShortVector weights = OverlayLanes.all(weight);
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            IntVector under = PixelLanes.load(below + at);
            IntVector over = PixelLanes.load(above + at);
            ShortVector even = OverlayLanes.even(under).lanewise(MAX, OverlayLanes.share(over, weights));
            ShortVector odd = OverlayLanes.odd(under)
                    .lanewise(MAX, OverlayLanes.share(over.lanewise(LSHR, Byte.SIZE), weights));
            OverlayLanes.store(OverlayLanes.join(even, odd), out + at);
        }
    }

    /** Parameters as in {@link #lighter}. */
    static void darker(long below, long above, int weight, long out, int pixels) {
        ShortVector weights = OverlayLanes.all(weight);
        ShortVector white = OverlayLanes.all(OverlayLanes.WHITE * (Kernels.ONE_FRAME - weight));
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            IntVector under = PixelLanes.load(below + at);
            IntVector over = PixelLanes.load(above + at);
            ShortVector even = OverlayLanes.even(under)
                    .lanewise(MIN, OverlayLanes.mixture(over, weights, white));
            ShortVector odd = OverlayLanes.odd(under)
                    .lanewise(MIN, OverlayLanes.mixture(over.lanewise(LSHR, Byte.SIZE), weights, white));
            OverlayLanes.store(OverlayLanes.join(even, odd), out + at);
        }
    }

    /**
     * The two pairs of channels are a loop, since the compiler unrolls it only after it has inlined what it calls;
     * written out, they have more nodes than it inlines anything into. Parameters as in {@link #lighter}.
     */
    static void screened(long below, long above, int weight, long out, int pixels) {
        ShortVector weights = OverlayLanes.all(weight);
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            IntVector under = PixelLanes.load(below + at);
            IntVector over = PixelLanes.load(above + at);
            IntVector made = IntVector.broadcast(PixelLanes.SPECIES, 0);
            for (int shift = 0; shift <= Byte.SIZE; shift += Byte.SIZE) {
                ShortVector screened = OverlayLanes.screen(OverlayLanes.even(under.lanewise(LSHR, shift)),
                        OverlayLanes.share(over.lanewise(LSHR, shift), weights));
                made = made.lanewise(OR, OverlayLanes.ints(screened).lanewise(LSHL, shift));
            }
            OverlayLanes.store(made, out + at);
        }
    }

    /** Two channels of a pixel in the two shorts of its lane. */
    private static final class OverlayLanes {
        static final int WHITE = 255;

        private static final ShortVector WHITES = ShortVector.broadcast(PixelLanes.SHORTS, WHITE);

        private OverlayLanes() {}

        static ShortVector all(int value) {
            return ShortVector.broadcast(PixelLanes.SHORTS, (short) value);
        }

        static ShortVector even(IntVector pixels) {
            return (ShortVector) pixels.lanewise(AND, PixelLanes.EVEN_CHANNELS)
                    .reinterpretShape(PixelLanes.SHORTS, 0);
        }

        static ShortVector odd(IntVector pixels) {
            return even(pixels.lanewise(LSHR, Byte.SIZE));
        }

        /** {@code (pixels·weight + 128) >> 8}. */
        static ShortVector share(IntVector pixels, ShortVector weights) {
            return rounded(even(pixels).lanewise(MUL, weights));
        }

        /** {@code (rest + pixels·weight + 128) >> 8}. */
        static ShortVector mixture(IntVector pixels, ShortVector weights, ShortVector rest) {
            return rounded(even(pixels).lanewise(MUL, weights).lanewise(ADD, rest));
        }

        /** A sum fits 16 bits without a sign, and so does what is added to round it. */
        private static ShortVector rounded(ShortVector sums) {
            return upper(sums.lanewise(ADD, PixelLanes.HALF));
        }

        private static ShortVector upper(ShortVector sums) {
            return odd(ints(sums));
        }

        static ShortVector screen(ShortVector below, ShortVector above) {
            ShortVector dark = below.lanewise(XOR, WHITES).lanewise(MUL, above.lanewise(XOR, WHITES))
                    .lanewise(ADD, PixelLanes.HALF);
            return upper(dark.lanewise(ADD, upper(dark))).lanewise(XOR, WHITES);
        }

        static IntVector join(ShortVector even, ShortVector odd) {
            return ints(even).lanewise(OR, ints(odd).lanewise(LSHL, Byte.SIZE));
        }

        static IntVector ints(ShortVector pairs) {
            return (IntVector) pairs.reinterpretShape(PixelLanes.SPECIES, 0);
        }

        static void store(IntVector pixels, long at) {
            pixels.intoMemorySegment(NativeMemory.EVERYWHERE, at, PixelLanes.ORDER);
        }
    }
}

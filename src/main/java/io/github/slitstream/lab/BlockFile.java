package io.github.slitstream.lab;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.Shape;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * An array of 2×2 blocks, (…, 2, 2), gone through in pieces that fit the processor's caches. Elements of any type are
 * taken as doubles.
 */
final class BlockFile {
    /** Blocks of a piece. */
    static final int PIECE = 1 << 13;
    static final int ENTRIES = 4;
    static final long BLOCK = ENTRIES * (long) Double.BYTES;

    private final NpyArray array;

    /** Takes one piece. */
    @FunctionalInterface
    interface Piece {
        /**
         * @param blocks at the beginning of this memory
         * @param first number of the first of them
         */
        void take(MemorySegment blocks, long first, int count) throws IOException;
    }

    /** @throws BadValue if the array has another shape */
    BlockFile(NpyArray array) {
        if (!array.shape().endsWith(2, 2)) {
            throw new BadValue(array.file() + " has the shape " + array.shape()
                    + ": it takes 2×2 blocks, a shape that ends in 2, 2; reshape it, as array.reshape(-1, 2, 2) does");
        }
        this.array = array;
    }

    /** Of the blocks, which is also that of their ranks. */
    Shape shape() {
        return array.shape().withoutLast(2);
    }

    /** Of blocks. */
    long count() {
        return shape().count();
    }

    /** Of all their entries. */
    Shape entries() {
        return array.shape();
    }

    /**
     * Hands over all blocks in order.
     *
     * @throws BadValue if an entry is not finite; the message gives its index
     */
    void each(Piece piece) throws IOException {
        long blocks = count();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copied = arena.allocate(PIECE * BLOCK, Double.BYTES);
            for (long first = 0; first < blocks; first += PIECE) {
                int count = (int) Math.min(PIECE, blocks - first);
                MemorySegment some = piece(first, count, copied);
                checkFinite(some, first, count);
                piece.take(some, first, count);
            }
        }
    }

    private MemorySegment piece(long first, int count, MemorySegment copied) {
        if (array.type() == ElementType.FLOAT64 && array.inPlace().isPresent()) {
            return array.inPlace().get().asSlice(first * BLOCK, count * BLOCK);
        }
        array.readDoubles(first * ENTRIES, (long) count * ENTRIES, copied);
        return copied;
    }

    private void checkFinite(MemorySegment blocks, long first, int count) {
        for (long i = 0; i < (long) count * ENTRIES; i++) {
            double entry = blocks.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, i * Double.BYTES);
            if (!Double.isFinite(entry)) {
                throw new BadValue(array.file() + " has " + entry + " at " + array.shape().index(first * ENTRIES + i)
                        + ": it takes finite numbers only; replace it, as numpy.nan_to_num does");
            }
        }
    }
}

package io.github.slitstream.rig;

import io.github.slitstream.kernel.matrix.CameraMinors;
import io.github.slitstream.kernel.matrix.FundamentalKernels;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;

/**
 * Fundamental matrices F(a, b) of pairs of cameras, each nine little-endian doubles, row-major, with x_bᵀ·F(a, b)·x_a =
 * 0 for the two pictures x_a, x_b of any point. F(b, a) is bit for bit the transpose of F(a, b), and F(a, a) is 0. Uses
 * all processors.
 */
public final class FundamentalMatrices {
    /** Bytes of one matrix. */
    public static final int BYTES = CameraMinors.FUNDAMENTAL * Double.BYTES;
    /**
     * Cameras whose numbers stay in a cache of a processor while rows go by; the longer the stores go straight on, the
     * faster.
     */
    private static final int TILE = 512;
    /** Rows that go by. */
    private static final int GROUP = 16;

    private final CameraMinors minors;
    private final FundamentalKernels kernels;

    public FundamentalMatrices(CameraMinors minors, FundamentalKernels kernels) {
        this.minors = minors;
        this.kernels = kernels;
    }

    public int cameras() {
        return minors.cameras();
    }

    /** F(a, 0), F(a, 1), … F(a, n − 1) for {@code from ≤ a < to}, row behind row. */
    public void rows(int from, int to, MemorySegment out) {
        blocks(from, to, (a, first, last) -> {
            matrices(a, first, last, out, ((long) (a - from) * cameras() + first) * BYTES);
            if (a >= first && a < last) {
                out.asSlice(((long) (a - from) * cameras() + a) * BYTES, BYTES).fill((byte) 0);
            }
        });
    }

    /** F(a, a + 1), … F(a, n − 1) for {@code from ≤ a < to}, row behind row. */
    public void upperRows(int from, int to, MemorySegment out) {
        long start = beforeRow(from);
        blocks(from, to, (a, first, last) -> {
            int begin = Math.max(first, a + 1);
            if (begin < last) {
                matrices(a, begin, last, out, (beforeRow(a) - start + begin - a - 1) * BYTES);
            }
        });
    }

    /** F of each pair in the order of the list; both cameras of a pair are of the rig. */
    public void pairs(CameraPairs pairs, int from, int to, MemorySegment out) {
        IntStream.range(from, to).parallel().forEach(pair -> {
            long at = (long) (pair - from) * BYTES;
            if (pairs.first(pair) == pairs.second(pair)) {
                out.asSlice(at, BYTES).fill((byte) 0);
            } else {
                kernels.row(minors, pairs.first(pair), pairs.second(pair), 1, out, at);
            }
        });
    }

    /** Pairs of the upper half that come before those of a row. */
    long beforeRow(int row) {
        return (long) row * (2L * cameras() - row - 1) / 2;
    }

    /** A piece of a row: camera a with the cameras {@code first … last − 1}. */
    @FunctionalInterface
    private interface Piece {
        void of(int a, int first, int last);
    }

    private void blocks(int from, int to, Piece piece) {
        int tiles = Math.ceilDiv(cameras(), TILE);
        int groups = Math.ceilDiv(to - from, GROUP);
        IntStream.range(0, Math.multiplyExact(groups, tiles)).parallel().forEach(block -> {
            int first = block % tiles * TILE;
            int top = from + block / tiles * GROUP;
            for (int a = top; a < Math.min(to, top + GROUP); a++) {
                piece.of(a, first, Math.min(cameras(), first + TILE));
            }
        });
    }

    private void matrices(int a, int first, int last, MemorySegment out, long offset) {
        kernels.row(minors, a, first, last - first, out, offset);
    }
}

package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Single pixels of frames in memory, for each form in which frames are kept. */
enum FramePixels {
    AS_THEY_CAME {
        @Override
        int at(MemorySegment memory, long start, FrameSize size, int row, int column) {
            return memory.get(PIXEL, start + (long) row * size.stride() + (long) column * BYTES);
        }

        @Override
        int opaque(int pixel) {
            return pixel;
        }
    },
    PACKED {
        @Override
        int at(MemorySegment memory, long start, FrameSize size, int row, int column) {
            return ScalarKernels.packed(memory, start + PackedFrames.luma(size, row) + column,
                    start + PackedFrames.chroma(size, row) + (column & ~1));
        }

        @Override
        int opaque(int pixel) {
            return ScalarKernels.unpacked(pixel);
        }
    };

    static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final int BYTES = 4;

    /**
     * A pixel in the form of the frame, channels of which may be blended.
     *
     * @param start of the frame
     */
    abstract int at(MemorySegment memory, long start, FrameSize size, int row, int column);

    /** BGRA of what {@link #at} gave or was blended of it. */
    abstract int opaque(int pixel);

    /**
     * Between four pixels, each two blended across, then both down, as a {@link SpreadPixel}.
     *
     * @param x in fixed point, as {@link FlowPoint} has it, within the picture
     */
    long between(MemorySegment memory, long start, FrameSize size, int x, int y) {
        int top = FlowPoint.whole(y, size.height());
        int down = FlowPoint.fraction(y, top);
        long above = across(memory, start, size, top, x);
        return down == 0
                ? above
                : SpreadPixel.blend(above, across(memory, start, size, Math.min(top + 1, size.height() - 1), x),
                        down);
    }

    private long across(MemorySegment memory, long start, FrameSize size, int row, int x) {
        int left = FlowPoint.whole(x, size.width());
        int across = FlowPoint.fraction(x, left);
        long pixel = SpreadPixel.of(at(memory, start, size, row, left));
        return across == 0
                ? pixel
                : SpreadPixel.blend(pixel,
                        SpreadPixel.of(at(memory, start, size, row, Math.min(left + 1, size.width() - 1))), across);
    }
}

package io.github.slitstream.kernel;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FramePacking;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/**
 * Frames in 12 bits a pixel instead of 32: the brightness of every pixel, and one colour for four of them, which an eye
 * that looks at moving pictures does not miss. What is opaque stays opaque, and so becomes what is not.
 *
 * <p>
 * A packed frame is a plane of lumas, {@code width × height} bytes, and behind it a plane of chromas, two bytes
 * (orange, then green) for every two columns and rows; where a side is odd, the last column or row stands for its
 * missing neighbour. The formulas are in {@link Kernels#packRows} and {@link Kernels#displacePackedRow}; areas of one
 * colour come back within two grey levels.
 *
 * @param kernels that pack and unpack
 */
public record PackedFrames(Kernels kernels) implements FramePacking {
    /** Where the lumas of a row start in a packed frame. */
    public static long luma(FrameSize size, int row) {
        return (long) row * size.width();
    }

    /** Where the chromas of a row start in a packed frame. */
    public static long chroma(FrameSize size, int row) {
        return (long) size.pixels() + row / 2 * chromaStride(size);
    }

    private static long chromaStride(FrameSize size) {
        return 2L * Math.ceilDiv(size.width(), 2);
    }

    @Override
    public long bytes(FrameSize size) {
        return bytesOf(size);
    }

    /** Bytes of one packed frame, whoever packs it. */
    public static long bytesOf(FrameSize size) {
        return size.pixels() + Math.ceilDiv(size.height(), 2) * chromaStride(size);
    }

    @Override
    public void pack(Frame frame, MemorySegment memory, long offset) {
        FrameSize size = frame.size();
        for (int row = 0; row < size.height(); row += 2) {
            int next = Math.min(row + 1, size.height() - 1);
            kernels.packRows(frame.pixels(), (long) row * size.stride(), (long) next * size.stride(), memory,
                    offset + luma(size, row), offset + luma(size, next), offset + chroma(size, row), size.width());
        }
    }

    @Override
    public void unpack(MemorySegment memory, long offset, Frame frame) {
        FrameSize size = frame.size();
        for (int row = 0; row < size.height(); row++) {
            kernels.unpackRow(memory, offset + luma(size, row), offset + chroma(size, row), frame.pixels(),
                    (long) row * size.stride(), size.width());
        }
    }
}

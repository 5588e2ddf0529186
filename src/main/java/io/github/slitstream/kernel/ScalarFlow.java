package io.github.slitstream.kernel;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** The kernels along the flow in plain Java, for {@link ScalarKernels}. */
final class ScalarFlow {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BYTES = 4;

    private ScalarFlow() {}

    /** A frame of one form in memory, from which pixels are read. */
    private interface Form {
        /** @param start of the frame */
        int pixel(MemorySegment memory, long start, FrameSize size, int row, int column);
    }

    private static final Form AS_IT_CAME = (memory, start, size, row, column) -> memory.get(PIXEL,
            start + (long) row * size.stride() + (long) column * BYTES);
    private static final Form PACKED = (memory, start, size, row, column) -> ScalarKernels.packed(memory,
            start + PackedFrames.luma(size, row) + column, start + PackedFrames.chroma(size, row) + (column & ~1));

    /** {@link Kernels#flowRow} from one column on. */
    static void pixels(MemorySegment memory, long[] starts, FrameFlows flows, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset, int fromColumn) {
        int first = delays.firstPixel(row);
        for (int i = fromColumn; i < size.width(); i++) {
            int pixel = pixel(AS_IT_CAME, memory, starts, flows, delays.ofPixels()[first + i], row, i, size);
            out.set(PIXEL, outOffset + (long) i * BYTES, pixel);
        }
    }

    /** {@link Kernels#flowPackedRow} from one column on. */
    static void packedPixels(MemorySegment memory, long[] starts, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset, int fromColumn) {
        int first = delays.firstPixel(row);
        for (int i = fromColumn; i < size.width(); i++) {
            int packed = pixel(PACKED, memory, starts, flows, delays.ofPixels()[first + i], row, i, size);
            out.set(PIXEL, outOffset + (long) i * BYTES, ScalarKernels.unpacked(packed));
        }
    }

    private static int pixel(Form form, MemorySegment memory, long[] starts, FrameFlows flows, int delay, int row,
            int column, FrameSize size) {
        int age = delay >> Kernels.DELAY_BITS;
        int weight = delay & (Kernels.ONE_FRAME - 1);
        int newer = form.pixel(memory, starts[age], size, row, column);
        if (weight == 0) {
            return newer;
        }
        int plain = ScalarKernels.blend(newer, form.pixel(memory, starts[age + 1], size, row, column), weight);
        long cell = cell(flows, age, row, column, size);
        if (cell == 0) {
            return plain;
        }
        int rest = Kernels.ONE_FRAME - weight;
        int a = sample(form, memory, starts[age], size,
                FlowPoint.of(column, FlowGrid.forwardX(cell), weight, size.width()),
                FlowPoint.of(row, FlowGrid.forwardY(cell), weight, size.height()));
        int b = sample(form, memory, starts[age + 1], size,
                FlowPoint.of(column, FlowGrid.backwardX(cell), rest, size.width()),
                FlowPoint.of(row, FlowGrid.backwardY(cell), rest, size.height()));
        return ScalarKernels.blend(plain, ScalarKernels.blend(a, b, weight), FlowPoint.trust(cell));
    }

    private static long cell(FrameFlows flows, int age, int row, int column, FrameSize size) {
        long start = flows.starts()[age];
        if (start == FrameFlows.NONE) {
            return 0;
        }
        return flows.memory().get(ValueLayout.JAVA_LONG,
                start + FlowGrid.offset(size, row) + (long) (column / FlowGrid.SIDE) * FlowGrid.CELL_BYTES);
    }

    private static int sample(Form form, MemorySegment memory, long start, FrameSize size, int x, int y) {
        int left = FlowPoint.whole(x, size.width());
        int top = FlowPoint.whole(y, size.height());
        int right = Math.min(left + 1, size.width() - 1);
        int bottom = Math.min(top + 1, size.height() - 1);
        int across = FlowPoint.fraction(x, left);
        int above = ScalarKernels.blend(form.pixel(memory, start, size, top, left),
                form.pixel(memory, start, size, top, right), across);
        int below = ScalarKernels.blend(form.pixel(memory, start, size, bottom, left),
                form.pixel(memory, start, size, bottom, right), across);
        return ScalarKernels.blend(above, below, FlowPoint.fraction(y, top));
    }
}

package io.github.slitstream.kernel;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The kernels along the flow in plain Java, for {@link ScalarKernels}. */
final class ScalarFlow {
    private ScalarFlow() {}

    /** {@link Kernels#flowRow} from one column on. */
    static void pixels(MemorySegment memory, long[] starts, FrameFlows flows, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset, int fromColumn) {
        int first = delays.firstPixel(row);
        for (int i = fromColumn; i < size.width(); i++) {
            int pixel = pixel(FramePixels.AS_THEY_CAME, memory, starts, flows, delays.ofPixels()[first + i], row, i,
                    size);
            out.set(FramePixels.PIXEL, outOffset + (long) i * FramePixels.BYTES, pixel);
        }
    }

    /** {@link Kernels#flowPackedRow} from one column on. */
    static void packedPixels(MemorySegment memory, long[] starts, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset, int fromColumn) {
        int first = delays.firstPixel(row);
        for (int i = fromColumn; i < size.width(); i++) {
            int packed = pixel(FramePixels.PACKED, memory, starts, flows, delays.ofPixels()[first + i], row, i, size);
            out.set(FramePixels.PIXEL, outOffset + (long) i * FramePixels.BYTES, ScalarKernels.unpacked(packed));
        }
    }

    private static int pixel(FramePixels form, MemorySegment memory, long[] starts, FrameFlows flows, int delay,
            int row, int column, FrameSize size) {
        int age = delay >> Kernels.DELAY_BITS;
        int weight = delay & (Kernels.ONE_FRAME - 1);
        int newer = form.at(memory, starts[age], size, row, column);
        if (weight == 0) {
            return newer;
        }
        long plain = SpreadPixel.blend(SpreadPixel.of(newer),
                SpreadPixel.of(form.at(memory, starts[age + 1], size, row, column)), weight);
        long cell = cell(flows, age, row, column, size);
        if (cell == 0) {
            return SpreadPixel.joined(plain);
        }
        int rest = Kernels.ONE_FRAME - weight;
        long a = form.between(memory, starts[age], size,
                FlowPoint.of(column, FlowGrid.forwardX(cell), weight, size.width()),
                FlowPoint.of(row, FlowGrid.forwardY(cell), weight, size.height()));
        long b = form.between(memory, starts[age + 1], size,
                FlowPoint.of(column, FlowGrid.backwardX(cell), rest, size.width()),
                FlowPoint.of(row, FlowGrid.backwardY(cell), rest, size.height()));
        return SpreadPixel.joined(
                SpreadPixel.blend(plain, SpreadPixel.blend(a, b, weight), FlowPoint.trust(cell)));
    }

    private static long cell(FrameFlows flows, int age, int row, int column, FrameSize size) {
        long start = flows.starts()[age];
        if (start == FrameFlows.NONE) {
            return 0;
        }
        return flows.memory().get(ValueLayout.JAVA_LONG,
                start + FlowGrid.offset(size, row) + (long) (column / FlowGrid.SIDE) * FlowGrid.CELL_BYTES);
    }
}

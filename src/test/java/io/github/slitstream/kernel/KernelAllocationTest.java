package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.slitstream.kernel.matrix.RankKernels;
import io.github.slitstream.kernel.matrix.RankThreshold;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.KeptFrames;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Once compiled, a kernel allocates nothing, however often it is called. */
@Tag("kernels")
class KernelAllocationTest {
    private static final FrameSize FLOW = new FrameSize(640, 8);
    private static final int PIXELS = 1920;
    private static final int CALLS = 1_000;
    /** For the measurement itself. */
    private static final long ALLOWED_BYTES = 1_000;
    private static final long PATIENCE_NANOS = 40_000_000_000L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TestFactory
    List<DynamicTest> noKernelAllocates() {
        Kernels kernels = Kernels.get();
        Random random = new Random(1);
        RandomHistory history = RandomHistory.random(Arena.ofAuto(), 120, 4 * PIXELS, random);
        MemorySegment in = Row.random(Arena.ofAuto(), 4L * PIXELS, random);
        MemorySegment out = Arena.ofAuto().allocate(4L * PIXELS);
        Delays slow = new Delays(PIXELS, 1);
        Delays jumpy = new Delays(PIXELS, 1);
        for (int i = 0; i < PIXELS; i++) {
            slow.ofPixels()[i] = (int) ((long) i * history.deepest() / PIXELS);
            jumpy.ofPixels()[i] = random.nextInt(history.deepest());
        }
        slow.summarise(0);
        jumpy.summarise(0);
        RotationTable rotation = new RotationTable();
        rotation.rotate(40);
        int[] matrix = {5000, -300, 100, 9000, 1, 4096, 0, 0, -20, 30, 3000, -70000};
        MemorySegment packed = Arena.ofAuto().allocate(4L * PIXELS);
        Map<String, Runnable> calls = Map.of(//
                "packRows", () -> kernels.packRows(in, 0, 0, packed, 0, PIXELS, 2 * PIXELS, PIXELS), //
                "displacePackedRow",
                () -> kernels.displacePackedRow(history.memory(), history.ageOffsets(), slow, 0, 0, PIXELS,
                        out, 0), //
                "blendRow", () -> kernels.blendRow(in, 0, history.memory(), 5, 77, out, 0, PIXELS), //
                "displaceRow, slow", () -> displace(kernels, history, slow, out), //
                "displaceRow, jumpy", () -> displace(kernels, history, jumpy, out), //
                "pickRow, slow", () -> pick(kernels, history, slow, out), //
                "pickRow, jumpy", () -> pick(kernels, history, jumpy, out), //
                "rotateRow", () -> kernels.rotateRow(in, 0, rotation, out, 0, PIXELS), //
                "colourRow", () -> kernels.colourRow(in, 0, matrix, out, 0, PIXELS), //
                "reverseRow", () -> kernels.reverseRow(in, 0, out, 0, PIXELS));
        return tests(calls);
    }

    @TestFactory
    List<DynamicTest> noKernelAlongTheFlowAllocates() {
        Kernels kernels = Kernels.get();
        Random random = new Random(1);
        FlowScene plain = new FlowScene(FLOW, 20, false, kernels, random);
        FlowScene packed = new FlowScene(FLOW, 20, true, kernels, random);
        Delays delays = plain.delays(random);
        MemorySegment out = Arena.ofAuto().allocate(FLOW.stride());
        return tests(Map.of(//
                "flowRow",
                () -> kernels.flowRow(plain.kept().memory(), plain.kept().starts(), plain.kept().flows(), delays, 3,
                        FLOW, out, 0), //
                "flowPackedRow", () -> kernels.flowPackedRow(packed.kept().memory(), packed.kept().starts(),
                        packed.kept().flows(), delays, 3, FLOW, out, 0)));
    }

    @TestFactory
    List<DynamicTest> noKernelOfMomentsAllocates() {
        MomentKernels kernels = Kernels.get().moments();
        Random random = new Random(1);
        FlowScene scene = new FlowScene(FLOW, 20, false, Kernels.get(), random);
        KeptFrames kept = scene.kept();
        KeptFrames packed = new FlowScene(FLOW, 20, true, Kernels.get(), random).kept();
        MemorySegment rows = kept.memory();
        Delays delays = scene.delays(random);
        PixelPlaces places = new PixelPlaces(FLOW.width(), FLOW.height());
        places.setColumns(0.7, 0.1, 12.3);
        int width = FLOW.width();
        MemorySegment out = Arena.ofAuto().allocate(FLOW.stride());
        return tests(Map.of(//
                "cubicRow", () -> kernels.cubicRow(rows, kept.starts(), delays, 3, FLOW, out, 0), //
                "cubicPackedRow",
                () -> kernels.cubicPackedRow(packed.memory(), packed.starts(), delays, 3, FLOW, out, 0), //
                "placedRow", () -> kernels.placedRow(rows, kept.starts(), delays, places, 3, FLOW, out, 0), //
                "placedPackedRow",
                () -> kernels.placedPackedRow(packed.memory(), packed.starts(), delays, places, 3, FLOW, out, 0), //
                "meanRow", () -> kernels.meanRow(rows, 0, FLOW.stride(), 5, out, 0, width), //
                "mergeRow", () -> kernels.mergeRow(rows, 0, FLOW.stride(), out, 0, width), //
                "lightenRow", () -> kernels.lightenRow(out, 0, rows, 0, 200, out, 0, width), //
                "darkenRow", () -> kernels.darkenRow(out, 0, rows, 0, 200, out, 0, width), //
                "screenRow", () -> kernels.screenRow(out, 0, rows, 0, 200, out, 0, width)));
    }

    @TestFactory
    List<DynamicTest> noKernelOfAWarpAllocates() {
        Kernels kernels = Kernels.get();
        int side = 64;
        MemorySegment in = Row.random(Arena.ofAuto(), 4L * side * side, new Random(1));
        MemorySegment out = Arena.ofAuto().allocate(4L * PIXELS);
        int[] sources = new int[PIXELS];
        int[] fractions = new int[PIXELS];
        Homography leaning = Homography.of(0.04, 0.1, 2, -0.01, 0.9, 9, 1e-5, -1e-4, 1);
        Projection clamped = new Projection(leaning, side, side, Border.CLAMP);
        Projection filled = new Projection(leaning, side, side, Border.FILL);
        kernels.blendedSourceRow(clamped, 0, 5, sources, fractions, 0, PIXELS);
        int[] others = new int[PIXELS];
        int[] otherFractions = new int[PIXELS];
        return tests(Map.of(//
                "sourceRow", () -> kernels.sourceRow(clamped, 0, 5, others, 0, PIXELS), //
                "sourceRow, filled", () -> kernels.sourceRow(filled, 0, 5, others, 0, PIXELS), //
                "blendedSourceRow",
                () -> kernels.blendedSourceRow(clamped, 0, 5, others, otherFractions, 0, PIXELS), //
                "gatherRow", () -> kernels.gatherRow(in, 0, sources, 0, 0, out, 0, PIXELS), //
                "gatherLinearRow",
                () -> kernels.gatherLinearRow(in, 0, side, side, sources, fractions, 0, 0, out, 0, PIXELS), //
                "gatherCubicRow",
                () -> kernels.gatherCubicRow(in, 0, side, side, sources, fractions, 0, 0, out, 0, PIXELS)));
    }

    @TestFactory
    List<DynamicTest> noKernelOnBlocksAllocates() {
        RankKernels kernels = RankKernels.get();
        int blocks = PIXELS;
        MemorySegment in = Arena.ofAuto().allocate(4L * Double.BYTES * blocks, Double.BYTES);
        MemorySegment out = Arena.ofAuto().allocate(in.byteSize(), Double.BYTES);
        for (long i = 0; i < 4L * blocks; i++) {
            in.setAtIndex(ValueLayout.JAVA_DOUBLE, i, i % 7 - 3.5);
        }
        RankThreshold threshold = new RankThreshold(0.3);
        return tests(Map.of(//
                "soft", () -> kernels.soft(in, 0, threshold, out, 0, blocks), //
                "gradients", () -> kernels.gradients(in, 0, threshold, out, 0, blocks), //
                "hard", () -> kernels.hard(in, 0, threshold, out, 0, blocks)));
    }

    @TestFactory
    List<DynamicTest> noKernelOnPlanesAllocates() {
        PlaneKernels kernels = Kernels.get().planes();
        MemorySegment in = Row.random(Arena.ofAuto(), 4L * PIXELS, new Random(1));
        MemorySegment out = Arena.ofAuto().allocate(4L * PIXELS);
        float[] planes = new float[3 * PIXELS];
        float[] sums = new float[3 * PIXELS];
        float[] weights = {1, -2, 0.5f};
        int[] starts = {0, 1, PIXELS};
        return tests(Map.of(//
                "splitRow", () -> kernels.splitRow(in, 0, planes, 0, PIXELS, PIXELS), //
                "lumaRow", () -> kernels.lumaRow(in, 0, planes, 0, PIXELS), //
                "correlateRow", () -> kernels.correlateRow(planes, starts, weights, 5, sums, 0, PIXELS), //
                "magnitudeRow", () -> kernels.magnitudeRow(sums, planes, 0, PIXELS), //
                "joinRow", () -> kernels.joinRow(planes, 0, PIXELS, 2, 0.5f, in, 0, out, 0, PIXELS), //
                "relightRow", () -> kernels.relightRow(sums, 0, 2, 0.5f, planes, 0, in, 0, out, 0, PIXELS)));
    }

    private List<DynamicTest> tests(Map<String, Runnable> calls) {
        List<DynamicTest> tests = new ArrayList<>();
        calls.forEach(
                (name, call) -> tests.add(DynamicTest.dynamicTest(name, () -> assertAllocatesNothing(name, call))));
        return tests;
    }

    private static void displace(Kernels kernels, RandomHistory history, Delays delays, MemorySegment out) {
        kernels.displaceRow(history.memory(), history.ageOffsets(), delays, 0, 0, out, 0);
    }

    private static void pick(Kernels kernels, RandomHistory history, Delays delays, MemorySegment out) {
        kernels.pickRow(history.memory(), history.ageOffsets(), delays, 0, 0, out, 0);
    }

    /** Calls in batches until one allocates nothing: how soon the compiler is done depends on the machine. */
    private void assertAllocatesNothing(String name, Runnable call) {
        long start = System.nanoTime();
        long allocated;
        do {
            allocated = allocatedBy(call);
        } while (allocated > ALLOWED_BYTES && System.nanoTime() - start < PATIENCE_NANOS);
        assertTrue(allocated <= ALLOWED_BYTES,
                name + " allocated " + allocated + " bytes in the last " + CALLS + " rows");
    }

    private long allocatedBy(Runnable call) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}

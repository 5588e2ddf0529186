package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.KeptFrames;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method there is, by reflection, so that none can be forgotten. */
class GuardedKernelsTest {
    private static final Set<String> BRIDGED = Set.of("flowRow", "flowPackedRow");

    private final List<List<Object>> first = new ArrayList<>();
    private final List<List<Object>> next = new ArrayList<>();
    private final GuardedKernels kernels = new GuardedKernels(recording(first, 1), recording(next, 2),
            (gate, reason) -> {});

    static List<Method> rows() {
        return Stream.of(Kernels.class.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && method.getParameterCount() > 0)
                .filter(method -> !BRIDGED.contains(method.getName())).toList();
    }

    @Test
    void rowsAlongTheFlowAreBlendedUntilTheVectorFormHasPassed() {
        FrameSize size = new FrameSize(8, 4);
        MemorySegment memory = MemorySegment.ofArray(new byte[1]);
        long[] starts = {0};
        Delays delays = new Delays(8, 4);
        try (FlowScene scene = moving(3, size)) {
            FrameFlows flows = scene.kept().flows();
            kernels.flowRow(memory, starts, flows, delays, 3, size, memory, 5);
            kernels.flowPackedRow(memory, starts, flows, delays, 3, size, memory, 5);
            assertCalls(List.of(List.of(memory, starts, delays, 3, 96L, memory, 5L), List.of(memory, starts, delays, 3,
                    PackedFrames.luma(size, 3), PackedFrames.chroma(size, 3), memory, 5L)), List.of());
            assertFalse(kernels.followsFlow());
            kernels.check();
            List<Object> asked = List.of(memory, starts, flows, delays, 3, size, memory, 5L);
            kernels.flowRow(memory, starts, flows, delays, 3, size, memory, 5);
            kernels.flowPackedRow(memory, starts, flows, delays, 3, size, memory, 5);
            assertEquals(List.of(asked, asked), next);
        }
    }

    /** A kernel that has nothing to do there may be compiled as badly as it likes. */
    @Test
    void rowsInWhichNothingMovesSayNothingOfAKernelOnTrial() {
        GuardedKernels real = new GuardedKernels(new ScalarKernels(), new ScalarKernels(), (gate, reason) -> {});
        FrameSize size = new FrameSize(64, 1);
        MemorySegment memory = MemorySegment.ofArray(new byte[4 * 64]);
        real.check();
        try (FrameRing ring = new FrameRing(size, 1, 2, null, FlowAxis.MOMENTS)) {
            Objects.requireNonNull(ring.claim());
            ring.publish(0);
            ring.showWithFlow(0);
            FrameFlows flows = KeptFrames.of(ring.newest().moments(), size).flows();
            for (int i = 0; i < 1_000; i++) {
                real.flowRow(memory, new long[2], flows, new Delays(64, 1), 0, size, memory, 0);
            }
        }
        assertFalse(real.followsFlow());
    }

    @Test
    void rowsFollowTheFlowOnceTheVectorFormHasPassed() {
        GuardedKernels real = new GuardedKernels(new ScalarKernels(), new ScalarKernels(), (gate, reason) -> {});
        FrameSize size = new FrameSize(64, 1);
        Delays now = new Delays(64, 1);
        MemorySegment memory = MemorySegment.ofArray(new byte[4 * 64]);
        real.check();
        assertFalse(real.followsFlow());
        try (FlowScene scene = moving(0, size)) {
            FrameFlows flows = scene.kept().flows();
            for (int i = 0; i < 1_000_000 && !real.followsFlow(); i++) {
                real.flowRow(memory, new long[2], flows, now, 0, size, memory, 0);
            }
        }
        assertTrue(real.followsFlow());
        assertEquals(0, real.flowFailures());
        real.check();
        assertFalse(real.followsFlow(), "blended again while it shows what it can");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowGoesToTheKernelsOfTheMomentAsItIs(Method row) throws ReflectiveOperationException {
        Object[] arguments = distinct(row);
        assertAnswers(1, row, arguments);
        assertCalls(List.of(List.of(arguments)), List.of());
        kernels.check(); // the first row of a trial is for the vector form
        assertAnswers(2, row, arguments);
        assertCalls(List.of(List.of(arguments)), List.of(List.of(arguments)));
    }

    private void assertAnswers(int answer, Method row, Object[] arguments) throws ReflectiveOperationException {
        Object answered = row.invoke(kernels, arguments);
        if (row.getReturnType() == int.class) {
            assertEquals(answer, answered);
        }
    }

    private void assertCalls(List<List<Object>> ofFirst, List<List<Object>> ofNext) {
        assertEquals(ofFirst, first);
        assertEquals(ofNext, next);
    }

    /** Kernels that only note what they are asked. */
    private static Kernels recording(List<List<Object>> calls, int answer) {
        return (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(), new Class<?>[]{Kernels.class},
                (proxy, method, arguments) -> {
                    if (arguments == null) { // what is asked for no row
                        return null;
                    }
                    calls.add(List.of(arguments));
                    return method.getReturnType() == int.class ? answer : null;
                });
    }

    /** An argument of its own for each place: two of one type that change places are found. */
    private static Object[] distinct(Method row) {
        Class<?>[] types = row.getParameterTypes();
        return IntStream.range(0, types.length).mapToObj(place -> argument(types[place], place))
                .toArray();
    }

    private static Object argument(Class<?> type, int place) {
        if (type == int.class) {
            return place;
        }
        if (type == long.class) {
            return (long) place;
        }
        if (type == MemorySegment.class) {
            return MemorySegment.ofArray(new byte[place + 1]);
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), place + 1);
        }
        return whole(type);
    }

    /** One with flow in a row. */
    private static FlowScene moving(int row, FrameSize size) {
        for (int seed = 0;; seed++) {
            FlowScene scene = new FlowScene(size, 2, false, new ScalarKernels(), new Random(seed));
            if (scene.kept().flows().hasFlowIn(row, size)) {
                return scene;
            }
            scene.close();
        }
    }

    private static FrameFlows flows() {
        try (FlowScene scene = new FlowScene(new FrameSize(4, 1), 2, false, new ScalarKernels(), new Random(1))) {
            return scene.kept().flows();
        }
    }

    private static Object whole(Class<?> type) {
        return Stream.<Object>of(new Delays(4, 1), new RotationTable(), new FrameSize(4, 1), flows(),
                new Projection(Homography.of(1, 0, 0, 0, 1, 0, 0, 0, 1), 4, 4, Border.CLAMP)).filter(type::isInstance)
                .findFirst().orElseThrow(() -> new AssertionError("make a " + type + " here"));
    }
}

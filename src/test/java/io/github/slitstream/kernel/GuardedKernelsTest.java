package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method there is, by reflection, so that none can be forgotten. */
class GuardedKernelsTest {
    private final List<List<Object>> first = new ArrayList<>();
    private final List<List<Object>> next = new ArrayList<>();
    private final GuardedKernels kernels = new GuardedKernels(recording(first, 1), recording(next, 2),
            (gate, reason) -> {});

    static List<Method> rows() {
        return Stream.of(Kernels.class.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && method.getParameterCount() > 0)
                .toList();
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

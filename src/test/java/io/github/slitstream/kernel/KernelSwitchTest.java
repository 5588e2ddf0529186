package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KernelSwitchTest {
    @Test
    void everyRowGoesToTheKernelsOfTheMoment() {
        AtomicInteger calls = new AtomicInteger();
        ScalarKernels plain = new ScalarKernels();
        Kernels counted = (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(),
                new Class<?>[]{Kernels.class},
                (proxy, method, arguments) -> {
                    calls.incrementAndGet();
                    return method.invoke(plain, arguments);
                });
        KernelSwitch kernels = new KernelSwitch(plain, counted);
        doEverything(kernels);
        assertEquals(0, calls.get());
        kernels.turn();
        doEverything(kernels);
        assertEquals(6, calls.get());
    }

    private static void doEverything(Kernels kernels) {
        Random random = new Random(1);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = Row.random(arena, 16, random);
            MemorySegment out = Row.random(arena, 16, random);
            Delays now = new Delays(4, 1);
            now.summarise(0);
            kernels.blendRow(in, 0, in, 0, 7, out, 0, 4);
            kernels.displaceRow(in, new long[2], now, 0, 0, out, 0);
            kernels.pickRow(in, new long[2], now, 0, 0, out, 0);
            kernels.rotateRow(in, 0, new ChannelRotation(), out, 0, 4);
            kernels.colourRow(in, 0, new int[12], out, 0, 4);
            kernels.reverseRow(in, 0, out, 0, 4);
        }
    }
}

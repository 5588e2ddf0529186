package io.github.slitstream.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class ThreadsTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    static Stream<Throwable> faults() {
        String message = "fault\nof two lines";
        return Stream.of(new IOException(message), new BadValue(message), new IllegalStateException(message),
                new AssertionError(message), new OutOfMemoryError(message), new UnsatisfiedLinkError(message));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whateverIsThrownIsSaidInOneLineAndTheEndComesAllTheSame(Throwable fault) throws InterruptedException {
        Thread thread = Threads.daemon("test", () -> ThreadsTest.<Error>sneak(fault), heard::add,
                () -> heard.add("end"));
        thread.start();
        thread.join();
        assertEquals(2, heard.size(), heard.toString());
        assertTrue(heard.getFirst().contains("fault of two lines"), heard.toString());
        assertEquals("end", heard.getLast());
    }

    @Test
    void aListenerThatThrowsDoesNotTakeTheEndAway() throws InterruptedException {
        Thread thread = Threads.daemon("test", () -> {
            throw new IllegalStateException("fault");
        }, line -> {
            throw new AssertionError(line);
        }, () -> heard.add("end"));
        thread.start();
        thread.join();
        assertEquals(List.of("end"), heard);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aTaskThatThrowsCostsOnlyItself(Throwable fault) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService queue = Threads.queue("test", true, heard::add)) {
            queue.execute(() -> ThreadsTest.<Error>sneak(fault));
            queue.execute(done::countDown);
            done.await();
        }
        assertEquals(1, heard.size(), heard.toString());
        assertTrue(heard.getFirst().contains("fault of two lines"), heard.toString());
    }

    @Test
    void whatWasDoneIsNoFault() {
        assertNull(Fault.in(() -> heard.add("done")));
        assertEquals(List.of("done"), heard);
    }

    @Test
    void aFaultThatComesAgainIsSaidOnce() {
        FaultReporter faults = new FaultReporter("no picture", heard::add);
        faults.report("a");
        faults.report("a");
        faults.report("b");
        faults.clear();
        faults.report("b");
        assertEquals(List.of("no picture: a", "no picture: b", "no picture: b"), heard);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable fault) throws T {
        throw (T) fault;
    }
}

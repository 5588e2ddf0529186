package io.github.slitstream.engine;

import static io.github.slitstream.engine.NumberedSource.FRAMES;
import static io.github.slitstream.engine.NumberedSource.FRAME_NANOS;
import static io.github.slitstream.engine.NumberedSource.SIZE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.OfflineRender.Outcome;
import io.github.slitstream.engine.OfflineRender.Output;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OfflineRenderTest {
    private static final Preset COPY = Preset.empty("copy");
    private static final Resizer COPYING = (from, to, method) -> to.pixels()
            .copyFrom(from.pixels().asSlice(0, Math.min(from.size().bytes(), to.size().bytes())));

    private final Workers workers = new Workers(2);
    private long told;

    @AfterEach
    void endWorkers() {
        workers.close();
    }

    @ParameterizedTest
    @CsvSource({"0, Infinity, 1000, 0, 50", "0.1, Infinity, 1000, 10, 40", "0, 0.2, 1000, 0, 20",
        "0.3, 0.1, 1000, 30, 10", "0.3, Infinity, 7, 30, 7", "0.49, 3, 1000, 49, 1"})
    void everyFrameOfThePartGoesOutOnceInOrderAtItsTime(double start, double duration, long most, int first,
            int count) throws Exception {
        NumberSink sink = new NumberSink();
        Outcome outcome = render(new NumberedSource(), COPY, new Part(start, duration, most), sink);
        assertEquals(count, outcome.frames());
        assertEquals(count, told);
        assertEquals(IntStream.range(first, first + count).boxed().toList(), sink.numbers);
        assertEquals(LongStream.range(first, first + count).map(i -> i * FRAME_NANOS).boxed().toList(), sink.times);
        assertTrue(sink.finished && sink.closed);
    }

    @Test
    void nothingMoreIsReadThanThePartNeeds() throws Exception {
        NumberedSource source = new NumberedSource();
        render(source, COPY, new Part(0, Double.POSITIVE_INFINITY, 5), new NumberSink());
        assertEquals(5, source.read());
    }

    @Test
    void aPartWithoutFramesLeavesNoOutput() {
        NumberSink sink = new NumberSink();
        IOException refused = assertThrows(IOException.class,
                () -> render(new NumberedSource(), COPY, new Part(0.5, 1, 1_000), sink));
        assertEquals("numbers has no frame in the part that was asked for: start earlier", refused.getMessage());
        assertFalse(sink.finished);
    }

    /** The sink does not go on before the source has given three pictures more. */
    @Test
    void readingGoesOnWhileAPictureIsWritten() throws Exception {
        NumberedSource source = new NumberedSource();
        assertEquals(FRAMES, render(source, COPY, Part.ALL, new NumberSink(source.fourth, null)).frames());
    }

    @Test
    void whoIsInterruptedHasEndedEverythingAndLeavesNoOutput() throws Exception {
        NumberedSource source = new NumberedSource();
        NumberSink sink = new NumberSink(new CountDownLatch(1), null);
        Thread stopped = Thread.currentThread();
        Thread stopping = Thread.ofVirtual().start(() -> {
            await(sink.entered);
            stopped.interrupt();
        });
        assertThrows(InterruptedException.class, () -> render(source, COPY, Part.ALL, sink));
        stopping.join();
        assertTrue(source.read() < 10, source.read() + " frames were read while the first was written");
        assertFalse(sink.finished);
        assertTrue(sink.closed);
    }

    static Stream<Throwable> faults() {
        return Stream.of(new IOException("it broke"), new IllegalStateException("a bug"),
                new OutOfMemoryError("no room"), new BadValue("not that"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatTheSourceThrowsLeavesNoOutput(Throwable fault) {
        NumberSink sink = new NumberSink();
        assertSame(fault,
                assertThrows(Throwable.class, () -> render(new NumberedSource(fault), COPY, Part.ALL, sink)));
        assertFalse(sink.finished);
        assertTrue(sink.closed);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatTheSinkThrowsLeavesNoOutput(Throwable fault) {
        NumberedSource source = new NumberedSource();
        NumberSink sink = new NumberSink(new CountDownLatch(0), fault);
        assertSame(fault, assertThrows(Throwable.class, () -> render(source, COPY, Part.ALL, sink)));
        assertFalse(sink.finished);
        assertTrue(sink.closed);
        assertTrue(source.read() < FRAMES, "nobody read on to the end");
    }

    /** What is downsampled for the ring is enlarged again after the chain, on the thread that renders. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheChainThrowsLeavesNoOutput(boolean isError) {
        NumberSink sink = new NumberSink();
        Resizer broken = (from, to, method) -> {
            if (to.size().equals(SIZE) && isError) {
                throw new StackOverflowError("too deep");
            }
            if (to.size().equals(SIZE)) {
                throw new IllegalStateException("too large");
            }
        };
        Preset half = COPY.withRing(COPY.ring().with("downsample", "2"));
        OfflineRender render = new OfflineRender(request -> sink, () -> broken, Kernels.get(), workers);
        Class<? extends Throwable> expected = isError ? StackOverflowError.class : IllegalStateException.class;
        assertThrowsExactly(expected,
                () -> render.render(new NumberedSource(), half, Part.ALL, Output.whole("out", false),
                        (frames, total) -> {}));
        assertFalse(sink.finished);
        assertTrue(sink.closed);
    }

    @Test
    void anOutputThatCannotBeOpenedIsTheFailure() {
        IOException readOnly = new IOException("out: read-only");
        SinkOpener refusing = request -> {
            throw readOnly;
        };
        OfflineRender render = new OfflineRender(refusing, () -> COPYING, Kernels.get(), workers);
        assertSame(readOnly, assertThrows(IOException.class,
                () -> render.render(new NumberedSource(), COPY, Part.ALL, Output.whole("out", false),
                        (frames, total) -> {})));
    }

    @ParameterizedTest
    @CsvSource({"melting, as it is", "melting, compact", "spin-cycle, as it is"})
    void theNumberOfWorkersMakesNoDifference(String name, String history) throws Exception {
        Preset named = new PresetStore(Path.of("nowhere")).load(name);
        Preset preset = history.equals("compact") ? named.withRing(named.ring().with("history", history)) : named;
        NumberSink two = new NumberSink();
        render(new NumberedSource(), preset, Part.ALL, two);
        for (int threads : new int[]{1, 5}) {
            NumberSink others = new NumberSink();
            try (Workers some = new Workers(threads)) {
                new OfflineRender(request -> others, () -> COPYING, Kernels.get(), some)
                        .render(new NumberedSource(), preset, Part.ALL, Output.whole("out", false),
                                (frames, total) -> {});
            }
            assertEquals(two.hashes, others.hashes, threads + " workers");
        }
        assertTrue(two.hashes.stream().distinct().count() > 10, "the pictures differ");
    }

    private Outcome render(FrameSource source, Preset preset, Part part, NumberSink sink)
            throws IOException, InterruptedException {
        return new OfflineRender(request -> sink, () -> COPYING, Kernels.get(), workers).render(source,
                preset, part, Output.whole("out", false), (frames, total) -> told = frames);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

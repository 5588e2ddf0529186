package io.github.slitstream.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkProgress;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.view.model.RecordingModel.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the record button says and stands for when things go wrong. */
@Timeout(60)
class RecordingModelTest {
    private static final SourceRequest DEMO = new SourceRequest(SourceRequest.DEMO, 32, 18, 60);

    @TempDir
    private Path folder;

    private final Player player = newPlayer();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Notice> notices = new ArrayList<>();

    @BeforeEach
    void play() {
        player.open(DEMO);
        awaitTrue(() -> player.outlets().shown() != null);
    }

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void whateverOpeningThrowsTheButtonCanBePressedAgain() {
        RecordingModel model = model(request -> {
            throw new IllegalStateException("no such encoder");
        });
        model.toggle();
        assertEquals(Phase.STARTING, model.phase());
        runAll();
        assertEquals(Phase.IDLE, model.phase());
        assertFailure("No recording: ", "no such encoder");
    }

    @Test
    void aSinkThatThrowsIsAFailedRecordingAndNothingIsSaidToBeRecorded() {
        RecordingModel model = model(request -> new Broken());
        model.toggle();
        runAll();
        awaitTrue(() -> {
            show();
            model.tick();
            return model.phase() == Phase.FINISHING;
        });
        runAll();
        assertEquals(Phase.IDLE, model.phase());
        assertFailure("The recording failed: ", "no conversion");
    }

    @Test
    void aFileThatOpensAfterTheEndIsClosed() throws IOException {
        Broken sink = new Broken();
        RecordingModel model = model(request -> sink);
        model.toggle();
        model.finish();
        runAll();
        assertTrue(sink.closed);
    }

    @Test
    void oneThatIsAskedForBeforeTheFirstPictureBeginsWithIt() {
        Counting sink = new Counting();
        try (Player early = newPlayer()) {
            RecordingModel model = model(early, request -> sink);
            model.toggle();
            model.tick();
            assertEquals(Phase.WAITING, model.phase());
            assertEquals(List.of(Notice.news("The recording begins with the first picture")), notices);
            early.open(DEMO);
            awaitTrue(() -> {
                model.tick();
                runAll();
                return model.phase() == Phase.RECORDING;
            });
            awaitTrue(() -> {
                show(early);
                return sink.pictures.get() > 2;
            });
            model.toggle();
            runAll();
            assertTrue(sink.isFinished);
        }
    }

    @Test
    void oneThatWaitsCanBeCalledOff() {
        try (Player early = newPlayer()) {
            RecordingModel model = model(early, request -> new Counting());
            model.toggle();
            model.toggle();
            assertEquals(Phase.IDLE, model.phase());
            early.open(DEMO);
            awaitTrue(() -> early.outlets().shown() != null);
            model.tick();
            assertEquals(Phase.IDLE, model.phase());
        }
    }

    @Test
    void oneThatWaitsForASourceThatIsRefusedSaysSo() {
        try (Player early = newPlayer()) {
            RecordingModel model = model(early, request -> new Counting());
            model.toggle();
            early.open(new SourceRequest(folder.resolve("none.mp4").toString(), 32, 18, 60));
            awaitTrue(() -> early.source() instanceof SourceState.Refused);
            model.tick();
            assertEquals(Phase.IDLE, model.phase());
            model.toggle();
            assertEquals(Phase.IDLE, model.phase());
            Notice reason = Notice.warning("There is no picture to record: pick a source first");
            assertEquals(List.of(reason, reason), notices.subList(1, 3));
        }
    }

    /** One that was started while another ran, and both ended by one press. */
    @Test
    void severalRecordingsRunAtOnce() {
        List<Counting> sinks = new ArrayList<>();
        RecordingModel model = model(request -> {
            sinks.add(new Counting());
            return sinks.getLast();
        });
        model.start();
        model.start();
        runAll();
        assertEquals(2, model.statuses().size());
        awaitTrue(() -> {
            show();
            return sinks.stream().allMatch(sink -> sink.pictures.get() > 2);
        });
        model.toggle();
        assertEquals(Phase.FINISHING, model.phase());
        runAll();
        assertEquals(Phase.IDLE, model.phase());
        assertEquals(2, notices.stream().filter(notice -> notice.kind() == Notice.Kind.DONE).count());
        assertTrue(sinks.stream().allMatch(sink -> sink.isFinished));
    }

    /** Neither is the other's business. */
    @Test
    void aPhotoFinishGoesOnWhileARecordingEnds() {
        List<SinkRequest> requests = new ArrayList<>();
        List<Counting> sinks = new ArrayList<>();
        RecordingModel model = model(request -> {
            requests.add(request);
            sinks.add(new Counting());
            return sinks.getLast();
        });
        Slice slice = new Slice(Slice.Direction.Y_T, 0.25);
        model.startPhotoFinish(slice);
        runAll();
        assertEquals(Phase.IDLE, model.phase());
        assertEquals(1, model.photoFinish().size());
        assertEquals(slice, requests.getFirst().slice());
        assertTrue(requests.getFirst().address().endsWith(".png"), requests.getFirst().address());
        model.start();
        runAll();
        model.toggle();
        runAll();
        assertEquals(1, model.photoFinish().size());
        assertTrue(!sinks.getFirst().isFinished && sinks.getLast().isFinished);
        awaitTrue(() -> {
            show();
            return sinks.getFirst().pictures.get() > 2;
        });
        model.endPhotoFinish();
        runAll();
        assertTrue(sinks.getFirst().isFinished);
        assertTrue(notices.getLast().text().startsWith("Photo finish of 00:0"), notices.getLast().text());
    }

    @Test
    void littleRoomIsSaidOnceWhileThereIsTime() {
        Counting sink = new Counting();
        RecordingModel model = model(request -> sink);
        model.start();
        runAll();
        awaitTrue(() -> {
            show();
            return sink.pictures.get() > 5;
        });
        model.tick();
        model.tick();
        assertEquals(1, notices.size(), notices.toString());
        assertTrue(notices.getFirst().text().matches("The disk has room for [01]\\.\\d min more of .*"),
                notices.getFirst().text());
        model.toggle();
        runAll();
    }

    /** A disk that is nearly full. */
    private static final class Counting implements Sink {
        private final AtomicInteger pictures = new AtomicInteger();
        private volatile boolean isFinished;

        @Override
        public void write(Frame picture, long nanos) {
            pictures.incrementAndGet();
        }

        @Override
        public SinkProgress progress() {
            return new SinkProgress(1_000, 100);
        }

        @Override
        public void finish() {
            isFinished = true;
        }

        @Override
        public void close() {}
    }

    private void assertFailure(String beginning, String reason) {
        assertEquals(1, notices.size(), notices.toString());
        Notice notice = notices.getFirst();
        assertEquals(Notice.Kind.FAILURE, notice.kind());
        assertTrue(notice.text().startsWith(beginning) && notice.text().contains(reason), notice.text());
    }

    private static Player newPlayer() {
        return new Player(new MediaSources(), () -> (from, to, method) -> to.copyFrom(from), new ScalarKernels(),
                new Workers(1), Preset.empty("test").withRing(RingSettings.LENGTH, 4));
    }

    private void show() {
        show(player);
    }

    private static void show(Player player) {
        PictureExchange pictures = player.outlets().shown();
        Frame picture = pictures == null ? null : pictures.take();
        if (picture != null) {
            player.pictureShown(picture);
        }
    }

    private RecordingModel model(SinkOpener sinks) {
        return model(player, sinks);
    }

    private RecordingModel model(Player player, SinkOpener sinks) {
        Tasks tasks = new Tasks(waiting::add, Runnable::run);
        KeptRecordings kept = new KeptRecordings(new MediaSources(), sinks, new NoDesktop(), tasks, notices::add);
        return new RecordingModel(player, sinks, new OutputFolders(folder, folder), () -> RecordingSettings.FIRST,
                kept, tasks, notices::add, () -> {});
    }

    private record NoDesktop() implements DesktopFiles {
        @Override
        public void show(Path file) {}

        @Override
        public void moveToBin(Path file) {}
    }

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private static void awaitTrue(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static final class Broken implements Sink {
        private boolean closed;

        @Override
        public void write(Frame picture, long nanos) {
            throw new IllegalStateException("no conversion from this picture");
        }

        @Override
        public void finish() {}

        @Override
        public void close() {
            closed = true;
        }
    }
}

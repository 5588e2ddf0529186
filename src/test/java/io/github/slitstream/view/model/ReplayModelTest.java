package io.github.slitstream.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Replay;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** When a replay is kept, and what is said when it is to be saved. */
@Timeout(60)
class ReplayModelTest {
    @TempDir
    private Path folder;

    private final Player player = new Player(new MediaSources(), OpenCvResizer::new,
            new ScalarKernels(), new Workers(1), Preset.empty("test").withRing(RingSettings.LENGTH, 4));
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Kept> opened = new ArrayList<>();
    private RecordingSettings settings = RecordingSettings.FIRST;
    private @Nullable String refusal;
    private final SinkOpener sinks = new SinkOpener() {
        @Override
        public Sink open(SinkRequest request) throws IOException {
            throw new IOException("nothing is recorded");
        }

        @Override
        public Replay openReplay(SinkRequest request, Replay.Limits limits) throws IOException {
            if (refusal != null) {
                throw new IOException(refusal);
            }
            opened.add(new Kept(request, limits));
            return opened.getLast();
        }
    };
    private final Tasks tasks = new Tasks(waiting::add, Runnable::run);
    private final KeptRecordings kept = new KeptRecordings(new MediaSources(), sinks, new NoDesktop(), tasks,
            notices::add);
    private ReplayModel model;

    @BeforeEach
    void play() {
        model = new ReplayModel(player, sinks, new OutputFolders(folder, folder), () -> settings, kept, tasks,
                notices::add, () -> settings = settings.with(RecordingSettings.REPLAY, true));
        player.open(new SourceRequest(SourceRequest.DEMO, 32, 18, 60));
        while (player.outlets().shown() == null) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void close() {
        model.finish();
        player.close();
    }

    @Test
    void whoAsksForWhatWasNotKeptIsOfferedIt() {
        settle();
        assertFalse(model.isKeeping());
        model.save();
        Objects.requireNonNull(notices.getFirst().offer()).action().run();
        settle();
        assertTrue(model.isKeeping());
        assertEquals(new Replay.Limits(30, 256_000_000), opened.getFirst().limits);
        assertTrue(opened.getFirst().request.encoding().isLive());
    }

    @Test
    void aFailedSaveIsSaidAndTheNextOneIsListed() {
        settings = settings.with(RecordingSettings.REPLAY, true).with(RecordingSettings.REPLAY_SOURCE, true);
        settle();
        assertEquals(2, opened.size());
        opened.forEach(each -> each.fault = "no room");
        model.save();
        settle();
        assertEquals(2, notices.size());
        assertEquals("Nothing saved: no room; the replay is kept, so try again after that", notices.getLast().text());
        assertTrue(kept.list().isEmpty());
        opened.forEach(each -> each.fault = null);
        model.save();
        settle();
        assertEquals(List.of("replay before the effects, 00:07", "replay, 00:07"),
                kept.list().stream().map(KeptRecording::detail).toList());
        assertTrue(opened.getFirst().preset.contains("name: test"), opened.getFirst().preset);
        assertEquals("", opened.getLast().preset, "no preset made the source");
    }

    /** Of formats without sound, one that has it stands for them. */
    @Test
    void anotherSettingBeginsAnewBesideWhatWasKept() {
        settings = settings.with(RecordingSettings.REPLAY, true);
        settle();
        settings = settings.with(RecordingSettings.FORMAT, new RecordingSettings.Format(
                io.github.slitstream.frame.OutputFormat.GIF)).with(RecordingSettings.REPLAY_SECONDS, 10);
        settle();
        assertEquals(List.of("replay.mp4", "replay.mp4"), opened.stream().map(each -> each.request.address()).toList());
        assertEquals(2.5, opened.getFirst().limits.seconds(), "no more than ten together");
        settings = settings.with(RecordingSettings.REPLAY, false);
        settle();
        assertTrue(opened.getFirst().isClosed && opened.getLast().isClosed);
        assertFalse(model.isKeeping());
    }

    /** Each size is a file, and together they are no longer than one would be. */
    @Test
    void whatWasKeptAtAnotherSizeIsSavedAsAFileOfItsOwn() {
        settings = settings.with(RecordingSettings.REPLAY, true);
        settle();
        player.open(new SourceRequest(SourceRequest.DEMO, 64, 36, 60));
        awaitWidth(64);
        settle();
        assertEquals(List.of(32, 64), opened.stream().map(each -> each.request.size().width()).toList());
        assertEquals(new Replay.Limits(22.5, 255_999_000), opened.getFirst().limits);
        model.save();
        settle();
        assertEquals(2, kept.list().size());
        assertTrue(notices.getFirst().text().startsWith("Saved the 00:07 before, at 32×18, to "),
                notices.getFirst().text());
        assertTrue(notices.getLast().text().startsWith("Saved the last 00:07 to "), notices.getLast().text());
        opened.getLast().held = new Replay.Held(30, 1_000);
        settle();
        assertTrue(opened.getFirst().isClosed && !opened.getLast().isClosed, "the last seconds are of one size");
        assertTrue(model.isKeeping());
    }

    @Test
    void whatWasKeptUntilAFailureCanBeSaved() {
        settings = settings.with(RecordingSettings.REPLAY, true);
        settle();
        opened.getFirst().isBroken = true;
        while (notices.isEmpty()) {
            show();
            model.tick();
        }
        String said = notices.getFirst().text();
        assertTrue(said.startsWith("Instant replay has ended: ") && said.contains("no conversion")
                && said.endsWith("; what it kept can be saved, and to go on, switch it off and on"), said);
        model.save();
        settle();
        assertEquals(1, kept.list().size());
        settings = settings.with(RecordingSettings.REPLAY, false);
        settle();
        assertTrue(opened.getFirst().isClosed);
    }

    /** As the window does: who has seen a picture gets the next. */
    private void awaitWidth(int width) {
        PictureExchange pictures = player.outlets().shown();
        while (pictures == null || pictures.size().width() != width) {
            show();
            pictures = player.outlets().shown();
        }
    }

    private void show() {
        PictureExchange pictures = player.outlets().shown();
        Frame picture = pictures == null ? null : pictures.take();
        if (picture != null) {
            player.pictureShown(picture);
        }
    }

    @Test
    void whatCannotBeKeptIsSaidOnce() {
        settings = settings.with(RecordingSettings.REPLAY, true);
        refusal = "no encoder";
        settle();
        settle();
        assertEquals(List.of("No instant replay: no encoder"), notices.stream().map(Notice::text).toList());
        model.save();
        assertEquals(2, notices.size());
    }

    private void settle() {
        for (int i = 0; i < 3; i++) {
            model.tick();
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }
    }

    private record NoDesktop() implements DesktopFiles {
        @Override
        public void show(Path file) {}

        @Override
        public void moveToBin(Path file) {}
    }

    private final class Kept implements Replay {
        private final SinkRequest request;
        private Limits limits;
        private Held held = new Held(7.5, 1_000);
        private volatile boolean isBroken;
        private @Nullable String fault;
        private String preset = "unsaved";
        private volatile boolean isClosed;

        Kept(SinkRequest request, Limits limits) {
            this.request = request;
            this.limits = limits;
        }

        @Override
        public void write(Frame picture, long nanos) {
            if (isBroken) {
                throw new IllegalStateException("no conversion");
            }
        }

        @Override
        public Held held() {
            return held;
        }

        @Override
        public void limit(Limits other) {
            limits = other;
        }

        @Override
        public Path save(String address, String text) throws IOException {
            if (fault != null) {
                throw new IOException(fault);
            }
            preset = text;
            return folder.resolve(address);
        }

        @Override
        public void finish() {}

        @Override
        public void close() {
            isClosed = true;
        }
    }
}

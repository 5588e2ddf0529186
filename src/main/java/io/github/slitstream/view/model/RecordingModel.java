package io.github.slitstream.view.model;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.preset.PresetYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts, watches and ends recordings; whatever takes time happens in the background. */
public final class RecordingModel {
    /** Where a recording stands. */
    public enum Phase {
        IDLE, STARTING, RECORDING, FINISHING
    }

    private static final double DEFAULT_RATE = 30;

    private final Player player;
    private final SinkOpener sinks;
    private final OutputFolders folders;
    private final Tasks tasks;
    private final Consumer<Notice> notices;
    private final Runnable changed;
    private Phase phase = Phase.IDLE;
    private @Nullable Running running;
    private boolean finished;

    private record Running(Recording recording, Path file) {}

    private record Opened(Sink sink, Path file) {}

    /**
     * @param tasks does what may take long
     * @param changed runs whenever the phase changes
     */
    public RecordingModel(Player player, SinkOpener sinks, OutputFolders folders, Tasks tasks,
            Consumer<Notice> notices, Runnable changed) {
        this.player = player;
        this.sinks = sinks;
        this.folders = folders;
        this.tasks = tasks;
        this.notices = notices;
        this.changed = changed;
    }

    public Phase phase() {
        return phase;
    }

    /** Seconds recorded so far. */
    public double seconds() {
        return running == null ? 0 : running.recording.seconds();
    }

    /** Pictures that found no room on their way into the file. */
    public long dropped() {
        return running == null ? 0 : running.recording.dropped();
    }

    /** Starts a recording, or ends the one that runs. */
    public void toggle() {
        switch (phase) {
            case IDLE -> start();
            case RECORDING -> stop();
            case STARTING, FINISHING -> {
                // What was asked for is under way.
            }
        }
    }

    /** Ends a recording that can go on no longer. Called a few times a second. */
    public void tick() {
        if (phase == Phase.RECORDING && running != null && running.recording.failure() != null) {
            stop();
        }
    }

    /**
     * Ends a recording that runs and waits until its file is complete; no other starts. For the end of the program.
     *
     * @throws IOException if the recording failed
     */
    public void finish() throws IOException {
        finished = true;
        if (phase == Phase.RECORDING && running != null) {
            running.recording.stop();
        }
    }

    private void start() {
        PictureExchange pictures = player.outlets().shown();
        if (pictures == null) {
            notices.accept(Notice.warning("there is no picture to record yet: pick a source first"));
            return;
        }
        FrameSize size = pictures.size();
        double rate = StatusText.info(player.source()).map(SourceInfo::framesPerSecond).orElse(DEFAULT_RATE);
        PixelShape pixels = StatusText.pixels(player.source());
        enter(Phase.STARTING);
        tasks.run(() -> open(size, pixels, rate), opened -> started(opened, size), this::refused);
    }

    private Opened open(FrameSize size, PixelShape pixels, double rate) throws IOException {
        Path file = folders.newRecording(LocalDateTime.now(ZoneId.systemDefault()));
        SinkRequest request = new SinkRequest(file.toString(), size, pixels, rate, player.sound());
        return new Opened(sinks.open(request.carrying(PresetYaml.write(player.preset()))), file);
    }

    private void started(Opened opened, FrameSize size) {
        if (finished) {
            opened.sink.close();
            return;
        }
        running = new Running(player.outlets().record(opened.sink, size), opened.file);
        enter(Phase.RECORDING);
    }

    private void refused(String reason) {
        enter(Phase.IDLE);
        notices.accept(Notice.failure("No recording: " + reason));
    }

    private void stop() {
        Running ending = running;
        if (ending == null) {
            return;
        }
        ending.recording.end();
        enter(Phase.FINISHING);
        tasks.run(() -> complete(ending), this::ended,
                fault -> ended(Notice.failure("The recording failed: " + fault + kept(ending))));
    }

    private static Notice complete(Running ending) throws IOException {
        ending.recording.stop();
        String lost = ending.recording.dropped() == 0 ? "" : ", " + ending.recording.dropped() + " frames dropped";
        return Notice.done("Recorded " + StatusText.clock(ending.recording.seconds()) + lost + " to " + ending.file,
                ending.file.toString());
    }

    private static String kept(Running ending) {
        return ending.recording.isKept() ? "; what was recorded before is in " + ending.file : "";
    }

    private void ended(Notice outcome) {
        running = null;
        enter(Phase.IDLE);
        notices.accept(outcome);
    }

    private void enter(Phase next) {
        phase = next;
        changed.run();
    }
}

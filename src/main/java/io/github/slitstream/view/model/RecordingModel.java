package io.github.slitstream.view.model;

import io.github.slitstream.engine.PictureExchange;
import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.Recording;
import io.github.slitstream.frame.FrameSink;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.Executor;
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
    private final Executor background;
    private final Executor foreground;
    private final Consumer<Notice> notices;
    private final Runnable changed;
    private Phase phase = Phase.IDLE;
    private @Nullable Recording recording;
    private @Nullable Path file;

    /**
     * @param background runs what may take long
     * @param foreground runs what comes of it on the thread of this model
     * @param changed runs whenever the phase changes
     */
    public RecordingModel(Player player, SinkOpener sinks, OutputFolders folders, Executor background,
            Executor foreground, Consumer<Notice> notices, Runnable changed) {
        this.player = player;
        this.sinks = sinks;
        this.folders = folders;
        this.background = background;
        this.foreground = foreground;
        this.notices = notices;
        this.changed = changed;
    }

    public Phase phase() {
        return phase;
    }

    /** Seconds recorded so far. */
    public double seconds() {
        return recording == null ? 0 : recording.seconds();
    }

    /** Pictures that found no room on their way into the file. */
    public long dropped() {
        return recording == null ? 0 : recording.dropped();
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
        Recording running = recording;
        if (phase == Phase.RECORDING && running != null && running.failure() != null) {
            stop();
        }
    }

    /** Ends a recording that runs and waits until its file is complete. For the end of the program. */
    public void finish() {
        Recording running = recording;
        if (phase == Phase.RECORDING && running != null) {
            player.endRecording();
            complete(running);
        }
    }

    private void start() {
        PictureExchange pictures = player.pictures();
        if (pictures == null) {
            notices.accept(Notice.warning("there is no picture to record yet: pick a source first"));
            return;
        }
        FrameSize size = pictures.size();
        double rate = StatusText.info(player.source()).map(SourceInfo::framesPerSecond).orElse(DEFAULT_RATE);
        enter(Phase.STARTING);
        background.execute(() -> open(size, rate));
    }

    private void open(FrameSize size, double rate) {
        try {
            Path target = folders.newRecording(LocalDateTime.now(ZoneId.systemDefault()));
            FrameSink sink = sinks.open(target.toString(), size, rate);
            foreground.execute(() -> started(sink, size, target));
        } catch (IOException e) {
            foreground.execute(() -> {
                enter(Phase.IDLE);
                notices.accept(Notice.failure(String.valueOf(e.getMessage())));
            });
        }
    }

    private void started(FrameSink sink, FrameSize size, Path target) {
        recording = player.record(sink, size);
        file = target;
        enter(Phase.RECORDING);
    }

    private void stop() {
        Recording running = recording;
        if (running == null) {
            return;
        }
        player.endRecording();
        enter(Phase.FINISHING);
        background.execute(() -> {
            Notice outcome = complete(running);
            foreground.execute(() -> finished(outcome));
        });
    }

    private Notice complete(Recording running) {
        try {
            running.stop();
            String lost = running.dropped() == 0 ? "" : ", " + running.dropped() + " frames dropped";
            return Notice.done("Recorded " + StatusText.clock(running.seconds()) + lost + " to " + file,
                    String.valueOf(file));
        } catch (IOException e) {
            return Notice.failure("The recording failed: " + String.valueOf(e.getMessage()));
        }
    }

    private void finished(Notice outcome) {
        recording = null;
        file = null;
        enter(Phase.IDLE);
        notices.accept(outcome);
    }

    private void enter(Phase next) {
        phase = next;
        changed.run();
    }
}

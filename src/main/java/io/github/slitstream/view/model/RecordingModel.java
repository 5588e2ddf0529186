package io.github.slitstream.view.model;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.engine.outlet.RecordingStatus;
import io.github.slitstream.engine.outlet.Tap;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.preset.PresetYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts, watches and ends recordings, any number at once, and photo finishes, which keep one line of every picture.
 * Whatever takes time happens in the background.
 */
public final class RecordingModel {
    /** Where the recordings stand, as one. */
    public enum Phase {
        IDLE, WAITING, STARTING, RECORDING, FINISHING
    }

    private static final double LITTLE_SECONDS = 120;

    private final Player player;
    private final SinkOpener sinks;
    private final OutputFolders folders;
    private final Supplier<RecordingSettings> settings;
    private final KeptRecordings kept;
    private final Tasks tasks;
    private final Consumer<Notice> notices;
    private final Runnable changed;
    private final List<Running> running = new ArrayList<>();
    private int starting;
    /** Whether those that start are not wanted any more. */
    private boolean isCalledOff;
    private int finishing;
    /** Whether one begins with the first picture. */
    private boolean isAwaiting;
    private boolean finished;

    private static final class Running {
        private final Recording recording;
        private final Path place;
        private final boolean isSlice;
        private boolean warned;

        Running(Recording recording, Path place, boolean isSlice) {
            this.recording = recording;
            this.place = place;
            this.isSlice = isSlice;
        }

        Path file() {
            return recording.status().file().orElse(place);
        }
    }

    private record Plan(RecordingSettings settings, TappedPictures pictures, @Nullable Slice slice) {}

    /** @param place the file, or the folder of numbered ones */
    private record Opened(Sink sink, Path place) {}

    /**
     * @param settings of the next recording
     * @param kept takes on what was recorded
     * @param tasks does what may take long
     * @param changed runs whenever the phase changes
     */
    public RecordingModel(Player player, SinkOpener sinks, OutputFolders folders,
            Supplier<RecordingSettings> settings, KeptRecordings kept, Tasks tasks, Consumer<Notice> notices,
            Runnable changed) {
        this.player = player;
        this.sinks = sinks;
        this.folders = folders;
        this.settings = settings;
        this.kept = kept;
        this.tasks = tasks;
        this.notices = notices;
        this.changed = changed;
    }

    /** Of whole pictures. */
    public Phase phase() {
        if (running.stream().anyMatch(each -> !each.isSlice)) {
            return Phase.RECORDING;
        }
        if (isAwaiting) {
            return Phase.WAITING;
        }
        return starting > 0 ? Phase.STARTING : finishing > 0 ? Phase.FINISHING : Phase.IDLE;
    }

    /** How each of those of whole pictures goes, the oldest first. */
    public List<RecordingStatus> statuses() {
        return statuses(false);
    }

    /** How the photo finish goes; empty where none is made. */
    public List<RecordingStatus> photoFinish() {
        return statuses(true);
    }

    private List<RecordingStatus> statuses(boolean ofSlices) {
        return running.stream().filter(each -> each.isSlice == ofSlices).map(each -> each.recording.status()).toList();
    }

    /** Starts a recording, ends those that run, or calls off what waits for a picture or is about to start. */
    public void toggle() {
        switch (phase()) {
            case IDLE -> start();
            case WAITING -> await(false);
            case RECORDING -> stop(false);
            case STARTING -> callOff();
            case FINISHING -> {
                // What was asked for is under way.
            }
        }
    }

    private void callOff() {
        isCalledOff = true;
        notices.accept(Notice.news("The recording does not begin"));
    }

    /** Keeps that line of every picture from now on, all in one still. */
    public void startPhotoFinish(Slice slice) {
        start(slice);
    }

    public void endPhotoFinish() {
        stop(true);
    }

    private void stop(boolean ofSlices) {
        List.copyOf(running).stream().filter(each -> each.isSlice == ofSlices).forEach(this::stop);
    }

    /**
     * Begins what waits for a picture, ends recordings that can go on no longer, and warns while there is time. Called
     * a few times a second.
     */
    public void tick() {
        if (isAwaiting && (player.outlets().shown() != null || isNothingToCome())) {
            await(false);
            start();
        }
        for (Running each : List.copyOf(running)) {
            if (each.recording.failure() != null) {
                stop(each);
            } else if (!each.warned && each.recording.status().secondsLeft() < LITTLE_SECONDS) {
                each.warned = true;
                notices.accept(Notice.warning(String.format(Locale.ROOT,
                        "The disk has room for %.1f min more of %s: make room, or end the recording",
                        each.recording.status().secondsLeft() / 60, each.file())));
            }
        }
    }

    /**
     * Ends the recordings that run and waits until their files are complete; no other starts. For the end of the
     * program.
     *
     * @throws IOException if one of them failed
     */
    public void finish() throws IOException {
        finished = true;
        running.forEach(each -> each.recording.end());
        IOException failure = null;
        for (Running each : running) {
            try {
                each.recording.stop();
            } catch (IOException failed) {
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Starts another one, whatever runs; before the first picture, with that. */
    public void start() {
        if (player.outlets().shown() == null && !isNothingToCome()) {
            await(true);
            notices.accept(Notice.news("The recording begins with the first picture"));
        } else {
            start(null);
        }
    }

    private void await(boolean isWanted) {
        isAwaiting = isWanted;
        changed.run();
    }

    private boolean isNothingToCome() {
        return player.source() instanceof SourceState.Refused;
    }

    private void start(@Nullable Slice slice) {
        RecordingSettings wanted = settings.get();
        TappedPictures pictures = TappedPictures.of(player, wanted.tap()).orElse(null);
        if (pictures == null) {
            notices.accept(Notice.warning("There is no picture to record: pick a source first"));
            return;
        }
        Plan plan = new Plan(wanted, pictures, slice);
        starting += slice == null ? 1 : 0;
        changed.run();
        tasks.run(() -> open(plan), opened -> started(opened, plan),
                reason -> refused(reason, plan));
    }

    private Opened open(Plan plan) throws IOException {
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        boolean isNumbered = plan.slice == null && !plan.settings.format().holds().isMoving();
        Path file = plan.slice == null
                ? folders.recordingsIn(plan.settings.folder()).newRecording(now, plan.settings.format())
                : folders.newSnapshot(now);
        SinkRequest request = plan.pictures.request(file.toString(), player.sound());
        String preset = plan.settings.tap() == Tap.AFTER_EFFECTS ? PresetYaml.write(player.preset()) : "";
        return new Opened(
                sinks.open(request.carrying(preset).cut(plan.slice)
                        .live(plan.settings.encoding().atConstantRate(plan.settings.isConstantRate()))),
                isNumbered ? file.resolveSibling("") : file);
    }

    private void started(Opened opened, Plan plan) {
        boolean isWanted = !finished && (plan.slice != null || !isCalledOff);
        endStart(plan);
        if (!isWanted) {
            opened.sink.close();
            return;
        }
        running.add(new Running(player.outlets().record(opened.sink, plan.pictures.size(), plan.settings.tap()),
                opened.place, plan.slice != null));
        changed.run();
    }

    private void endStart(Plan plan) {
        starting -= plan.slice == null ? 1 : 0;
        isCalledOff &= starting > 0;
        changed.run();
    }

    private void refused(String reason, Plan plan) {
        endStart(plan);
        notices.accept(Notice.failure((plan.slice == null ? "No recording: " : "No photo finish: ") + reason));
    }

    private void stop(Running ending) {
        ending.recording.end();
        running.remove(ending);
        finishing += ending.isSlice ? 0 : 1;
        changed.run();
        tasks.run(() -> complete(ending), outcome -> ended(ending, outcome),
                fault -> ended(ending,
                        Notice.failure((ending.isSlice ? "The photo finish failed: " : "The recording failed: ") + fault
                                + kept(ending))));
    }

    private static Notice complete(Running ending) throws IOException {
        ending.recording.stop();
        String lost = ending.recording.dropped() == 0
                ? ""
                : "; " + ending.recording.dropped()
                        + (ending.recording.dropped() == 1 ? " frame dropped" : " frames dropped");
        return Notice.done(
                (ending.isSlice ? "Photo finish of " : "Recorded ") + StatusText.clock(ending.recording.seconds())
                        + " to " + ending.file() + lost,
                ending.file().toString());
    }

    private static String kept(Running ending) {
        return ending.recording.isKept() ? "; what was recorded before is in " + ending.file() : "";
    }

    private void ended(Running ending, Notice outcome) {
        finishing -= ending.isSlice ? 0 : 1;
        if (ending.recording.isKept() && !ending.isSlice) {
            kept.add(ending.file(), StatusText.clock(ending.recording.seconds()));
        }
        changed.run();
        notices.accept(outcome);
    }
}

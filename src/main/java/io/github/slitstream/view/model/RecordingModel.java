package io.github.slitstream.view.model;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.engine.outlet.RecordingStatus;
import io.github.slitstream.engine.outlet.Tap;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
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

/** Starts, watches and ends recordings, any number at once; whatever takes time happens in the background. */
public final class RecordingModel {
    /** Where the recordings stand, as one. */
    public enum Phase {
        IDLE, STARTING, RECORDING, FINISHING
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
    private int finishing;
    private boolean finished;

    private static final class Running {
        private final Recording recording;
        private final Path place;
        private boolean warned;

        Running(Recording recording, Path place) {
            this.recording = recording;
            this.place = place;
        }

        Path file() {
            return recording.status().file().orElse(place);
        }
    }

    private record Plan(RecordingSettings settings, TappedPictures pictures) {}

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

    public Phase phase() {
        if (!running.isEmpty()) {
            return Phase.RECORDING;
        }
        return starting > 0 ? Phase.STARTING : finishing > 0 ? Phase.FINISHING : Phase.IDLE;
    }

    /** How each of them goes, the oldest first. */
    public List<RecordingStatus> statuses() {
        return running.stream().map(each -> each.recording.status()).toList();
    }

    /** Starts a recording, or ends those that run. */
    public void toggle() {
        switch (phase()) {
            case IDLE -> start();
            case RECORDING -> List.copyOf(running).forEach(this::stop);
            case STARTING, FINISHING -> {
                // What was asked for is under way.
            }
        }
    }

    /** Ends recordings that can go on no longer, and warns while there is time. Called a few times a second. */
    public void tick() {
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

    /** Starts another one, whatever runs. */
    public void start() {
        RecordingSettings wanted = settings.get();
        TappedPictures pictures = TappedPictures.of(player, wanted.tap()).orElse(null);
        if (pictures == null) {
            notices.accept(Notice.warning("there is no picture to record yet: pick a source first"));
            return;
        }
        Plan plan = new Plan(wanted, pictures);
        starting++;
        changed.run();
        tasks.run(() -> open(plan), opened -> started(opened, plan), this::refused);
    }

    private Opened open(Plan plan) throws IOException {
        Path place = folders.recordingsIn(plan.settings.folder()).newRecording(
                LocalDateTime.now(ZoneId.systemDefault()), plan.settings.format());
        SinkRequest request = plan.pictures.request(place.toString(), player.sound());
        String preset = plan.settings.tap() == Tap.AFTER_EFFECTS ? PresetYaml.write(player.preset()) : "";
        return new Opened(sinks.open(request.carrying(preset).live(plan.settings.encoding())), place);
    }

    private void started(Opened opened, Plan plan) {
        starting--;
        if (finished) {
            opened.sink.close();
            return;
        }
        running.add(new Running(player.outlets().record(opened.sink, plan.pictures.size(), plan.settings.tap()),
                opened.place));
        changed.run();
    }

    private void refused(String reason) {
        starting--;
        changed.run();
        notices.accept(Notice.failure("No recording: " + reason));
    }

    private void stop(Running ending) {
        ending.recording.end();
        running.remove(ending);
        finishing++;
        changed.run();
        tasks.run(() -> complete(ending), outcome -> ended(ending, outcome),
                fault -> ended(ending, Notice.failure("The recording failed: " + fault + kept(ending))));
    }

    private static Notice complete(Running ending) throws IOException {
        ending.recording.stop();
        String lost = ending.recording.dropped() == 0 ? "" : ", " + ending.recording.dropped() + " frames dropped";
        return Notice.done("Recorded " + StatusText.clock(ending.recording.seconds()) + lost + " to " + ending.file(),
                ending.file().toString());
    }

    private static String kept(Running ending) {
        return ending.recording.isKept() ? "; what was recorded before is in " + ending.file() : "";
    }

    private void ended(Running ending, Notice outcome) {
        finishing--;
        if (ending.recording.isKept()) {
            kept.add(ending.file(), StatusText.clock(ending.recording.seconds()));
        }
        changed.run();
        notices.accept(outcome);
    }
}

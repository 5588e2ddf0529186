package io.github.slitstream.view.model;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.engine.outlet.Tap;
import io.github.slitstream.fault.Fault;
import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.Replay;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.preset.PresetYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the last seconds of what is seen and heard, and perhaps of the source, as long as the settings want it, and
 * saves them. What is kept begins anew when the size of the pictures or the settings change.
 */
public final class ReplayModel {
    private final Player player;
    private final SinkOpener sinks;
    private final OutputFolders folders;
    private final Supplier<RecordingSettings> settings;
    private final KeptRecordings kept;
    private final Tasks tasks;
    private final Consumer<Notice> notices;
    private final Runnable switchOn;
    private final List<Running> running = new ArrayList<>();
    /** What runs or begins, or has failed. */
    private Optional<Plan> plan = Optional.empty();
    /** What the settings and the pictures asked for a moment ago. */
    private Optional<Plan> asked = Optional.empty();
    private boolean finished;

    private record Tapped(Tap tap, TappedPictures pictures) {}

    private record Plan(List<Tapped> taps, OutputFormat format, Encoding encoding, Replay.Limits limits) {
        List<FrameSize> sizes() {
            return taps.stream().map(each -> each.pictures.size()).toList();
        }
    }

    private record Opened(Tapped tapped, Replay replay) {}

    private record Running(Tap tap, Recording recording, Replay replay) {
        private String name() {
            return tap == Tap.AFTER_EFFECTS ? "replay" : "replay before the effects";
        }
    }

    /**
     * @param kept takes on what was saved
     * @param tasks does what may take long
     * @param switchOn has the settings want a replay
     */
    public ReplayModel(Player player, SinkOpener sinks, OutputFolders folders, Supplier<RecordingSettings> settings,
            KeptRecordings kept, Tasks tasks, Consumer<Notice> notices, Runnable switchOn) {
        this.player = player;
        this.sinks = sinks;
        this.folders = folders;
        this.settings = settings;
        this.kept = kept;
        this.tasks = tasks;
        this.notices = notices;
        this.switchOn = switchOn;
    }

    /** How much is kept and what was lost, a line for each; empty where nothing is. */
    public String text() {
        return String.join("\n", running.stream().map(each -> RecordingText.replay(each.tap(), each.replay().held(),
                each.recording().dropped(), each.replay().encoder())).toList());
    }

    /** Whether there is something to save. */
    public boolean isKeeping() {
        return !running.isEmpty();
    }

    /** Begins and ends what the settings want. Called a few times a second. */
    public void tick() {
        running.stream().map(each -> each.recording().failure()).filter(reason -> reason != null).findFirst()
                .ifPresent(this::failed);
        if (player.isBypassed()) {
            return; // without effects, pictures may have another size for a moment
        }
        Optional<Plan> now = wanted();
        boolean isSettled = now.equals(asked);
        asked = now;
        if (isSettled && !now.equals(plan)) {
            sayWhatIsLost(now);
            end();
            plan = now;
            now.ifPresent(this::begin);
        }
    }

    /** Who changes settings knows; the size changes with another source or effect. */
    private void sayWhatIsLost(Optional<Plan> next) {
        Optional<List<FrameSize>> sizes = next.map(Plan::sizes);
        if (sizes.isPresent() && !running.isEmpty() && !sizes.equals(plan.map(Plan::sizes))) {
            notices.accept(Notice.news("Instant replay begins anew, because the picture has another size now: the "
                    + StatusText.clock(running.getFirst().replay().held().seconds()) + " before are gone"));
        }
    }

    /** Saves what is kept, or offers to keep it from now on. */
    public void save() {
        if (!settings.get().keepsReplay()) {
            notices.accept(Notice.offer("Nothing was kept: instant replay is off", "Switch on", switchOn));
        } else if (running.isEmpty()) {
            notices.accept(Notice.warning("there is nothing to save yet: instant replay has not begun"));
        } else {
            running.forEach(this::save);
        }
    }

    /** Ends for good; what is kept is gone. Waits for the threads. */
    public void finish() {
        finished = true;
        running.forEach(each -> each.recording().end());
        running.forEach(each -> Fault.in(each.recording()::stop));
    }

    private Optional<Plan> wanted() {
        RecordingSettings now = settings.get();
        if (!now.keepsReplay()) {
            return Optional.empty();
        }
        List<Tapped> taps = now.replayTaps().stream().flatMap(
                tap -> TappedPictures.of(player, tap).map(pictures -> new Tapped(tap, pictures)).stream()).toList();
        boolean isFormat = now.replayFormat() == now.format();
        Encoding encoding = isFormat ? now.encoding() : now.encoding().withEncoder("");
        return taps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plan(taps, now.replayFormat(), encoding, now.replayLimits()));
    }

    private void begin(Plan next) {
        tasks.run(() -> open(next), opened -> opened(opened, next), reason -> {
            notices.accept(Notice.failure("No instant replay: " + reason));
        });
    }

    private List<Opened> open(Plan next) throws IOException {
        List<Opened> opened = new ArrayList<>();
        for (Tapped tapped : next.taps) {
            String address = "replay." + next.format.endings().getFirst();
            opened.add(new Opened(tapped, sinks.openReplay(
                    tapped.pictures.request(address, player.sound()).live(next.encoding), next.limits)));
        }
        return opened;
    }

    private void opened(List<Opened> opened, Plan next) {
        if (finished || !plan.equals(Optional.of(next))) {
            opened.forEach(each -> each.replay.close());
            return;
        }
        for (Opened each : opened) {
            Tap tap = each.tapped.tap;
            running.add(new Running(tap,
                    player.outlets().record(each.replay, each.tapped.pictures.size(), tap), each.replay));
        }
    }

    private void end() {
        List<Running> ending = List.copyOf(running);
        running.clear();
        ending.forEach(each -> each.recording().end());
        ending.forEach(each -> tasks.run(() -> Fault.in(each.recording()::stop), ended -> {}, fault -> {}));
    }

    private void failed(String reason) {
        end();
        notices.accept(Notice.failure("Instant replay has ended: " + reason + "; switch it off and on to try again"));
    }

    private void save(Running each) {
        String preset = each.tap == Tap.AFTER_EFFECTS ? PresetYaml.write(player.preset()) : "";
        RecordingSettings now = settings.get();
        OutputFormat format = plan.map(Plan::format).orElse(now.replayFormat());
        String length = StatusText.clock(each.replay.held().seconds());
        tasks.run(() -> written(each, now.folder(), format, preset), file -> {
            kept.add(file, each.name() + ", " + length);
            notices.accept(Notice.done("Saved the last " + length + " to " + file, file.toString()));
        }, reason -> notices.accept(
                Notice.failure("Nothing saved: " + reason + "; the replay is kept, so try again after that")));
    }

    private Path written(Running each, String folder, OutputFormat format, String preset) throws IOException {
        Path place = folders.recordingsIn(folder).newRecording(LocalDateTime.now(ZoneId.systemDefault()), format);
        return each.replay.save(place.toString(), preset);
    }
}

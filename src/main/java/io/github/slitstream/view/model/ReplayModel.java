package io.github.slitstream.view.model;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.engine.outlet.Tap;
import io.github.slitstream.fault.Fault;
import io.github.slitstream.frame.Encoding;
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
import java.util.stream.Stream;

/**
 * Keeps the last seconds of what is seen and heard, and perhaps of the source, as long as the settings want it, and
 * saves them. What is kept begins anew when the size of the pictures or the settings change; what was kept before stays
 * as far as it is within those seconds, for a file of its own, until replay is switched off.
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
    /** What was kept at other sizes or otherwise before, the oldest first. */
    private final List<Running> earlier = new ArrayList<>();
    /** What runs or begins, or has failed. */
    private Optional<Plan> plan = Optional.empty();
    /** What the settings and the pictures asked for a moment ago. */
    private Optional<Plan> asked = Optional.empty();
    private boolean finished;

    private record Tapped(Tap tap, TappedPictures pictures) {}

    private record Plan(List<Tapped> taps, OutputFormat format, Encoding encoding, Replay.Limits limits) {}

    private record Opened(Tapped tapped, Replay replay) {}

    private record Running(Tapped tapped, Recording recording, Replay replay, OutputFormat format) {
        private Tap tap() {
            return tapped.tap;
        }

        private String name() {
            return tapped.tap == Tap.AFTER_EFFECTS ? "replay" : "replay before the effects";
        }

        /** Waits until what is under way was written. */
        private void close() {
            Fault.in(recording::stop);
            if (recording.hasEnded()) {
                replay.close();
            }
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
        Stream<String> before = earlier.stream().map(
                each -> RecordingText.earlierReplay(each.tapped().pictures().size(), each.replay().held()));
        Stream<String> now = running.stream().map(each -> RecordingText.replay(each.tap(), each.replay().held(),
                each.recording().dropped(), each.format(), each.replay().encoder()));
        return String.join("\n", Stream.concat(now, before).toList());
    }

    /** Whether there is something to save. */
    public boolean isKeeping() {
        return !running.isEmpty() || !earlier.isEmpty();
    }

    /** Begins and ends what the settings want. Called a few times a second. */
    public void tick() {
        running.stream().map(each -> each.recording().failure()).filter(reason -> reason != null).findFirst()
                .ifPresent(this::failed);
        limitEarlier();
        if (player.isBypassed()) {
            return; // without effects, pictures may have another size for a moment
        }
        Optional<Plan> now = wanted();
        boolean isSettled = now.equals(asked);
        asked = now;
        if (isSettled && !now.equals(plan)) {
            if (now.isPresent()) {
                keepEarlier();
            } else {
                forget();
            }
            plan = now;
            now.ifPresent(this::begin);
        }
    }

    /** Together with what came later, no more is kept than the settings want. */
    private void limitEarlier() {
        Replay.Limits most = plan.map(Plan::limits).orElse(RecordingSettings.FIRST.replayLimits());
        for (Tap tap : Tap.values()) {
            double seconds = most.seconds();
            long bytes = most.bytes();
            for (Running each : Stream.concat(running.stream(), earlier.reversed().stream())
                    .filter(kept -> kept.tap() == tap).toList()) {
                Replay.Held held = each.replay().held();
                if (earlier.contains(each) && (seconds <= 0 || bytes <= 0 || held.seconds() == 0)) {
                    earlier.remove(each);
                    close(each);
                } else if (earlier.contains(each)) {
                    each.replay().limit(new Replay.Limits(seconds, bytes));
                }
                seconds -= held.seconds();
                bytes -= held.bytes();
            }
        }
    }

    /** Saves what is kept, or offers to keep it from now on. */
    public void save() {
        if (!isKeeping() && !settings.get().keepsReplay()) {
            notices.accept(Notice.offer("Nothing was kept: instant replay is off", "Switch on", switchOn));
        } else if (!isKeeping()) {
            notices.accept(Notice.warning("there is nothing to save yet: instant replay has not begun"));
        } else {
            earlier.forEach(this::save);
            running.forEach(this::save);
        }
    }

    /** Ends for good; what is kept is gone. Waits for the threads. */
    public void finish() {
        finished = true;
        running.forEach(each -> each.recording().end());
        running.forEach(Running::close);
        earlier.forEach(Running::close);
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
            Tapped tapped = each.tapped;
            running.add(new Running(tapped,
                    player.outlets().record(each.replay, tapped.pictures.size(), tapped.tap), each.replay,
                    next.format));
        }
    }

    private void keepEarlier() {
        running.forEach(each -> each.recording().end());
        earlier.addAll(running);
        running.clear();
    }

    private void forget() {
        keepEarlier();
        earlier.forEach(this::close);
        earlier.clear();
    }

    private void close(Running ended) {
        tasks.run(() -> {
            ended.close();
            return ended;
        }, closed -> {}, fault -> {});
    }

    private void failed(String reason) {
        keepEarlier();
        notices.accept(Notice.failure("Instant replay has ended: " + reason
                + "; what it kept can be saved, and to go on, switch it off and on"));
    }

    private void save(Running each) {
        String preset = each.tap() == Tap.AFTER_EFFECTS ? PresetYaml.write(player.preset()) : "";
        String folder = settings.get().folder();
        String length = StatusText.clock(each.replay.held().seconds());
        String what = earlier.contains(each)
                ? length + " before, at " + each.tapped.pictures.size() + ","
                : "last " + length;
        tasks.run(() -> written(each, folder, preset), file -> {
            kept.add(file, each.name() + ", " + length);
            notices.accept(Notice.done("Saved the " + what + " to " + file, file.toString()));
        }, reason -> notices.accept(
                Notice.failure("Nothing saved: " + reason + "; the replay is kept, so try again after that")));
    }

    private Path written(Running each, String folder, String preset) throws IOException {
        Path place = folders.recordingsIn(folder).newRecording(LocalDateTime.now(ZoneId.systemDefault()),
                each.format);
        return each.replay.save(place.toString(), preset);
    }
}

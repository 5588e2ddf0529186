package io.github.slitstream.cli;

import io.github.slitstream.live.LiveCounter;
import io.github.slitstream.live.LiveMeasurement;
import io.github.slitstream.live.LivePresets;
import io.github.slitstream.live.LiveRun;
import io.github.slitstream.live.LiveScore;
import io.github.slitstream.live.LiveSeconds;
import io.github.slitstream.live.LiveSwitching;
import io.github.slitstream.live.PresetsScore;
import io.github.slitstream.live.SecondsScore;
import io.github.slitstream.live.SwitchingScore;
import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.start.ArchiveRenewal;
import io.github.slitstream.view.Launch;
import io.github.slitstream.view.model.RecordingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slitstream bench live}: the whole program on one source for a while, and what was counted. */
@Command(name = "live", mixinStandardHelpOptions = true,
        description = "Plays a source in the window for a while, without a display unless asked, and counts.")
@SuppressWarnings("NullAway") // picocli sets the fields
final class LiveCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final double LONGEST_SECONDS = 3_600;
    private static final double FASTEST = 1_000;
    private static final double SHORTEST_VISIT = 2;
    private static final int SEEDS = 1_000_000;
    private static final int TOO_SLOW = 1;

    private final CommandEnvironment environment;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = RenderCommand.INPUT,
            description = "A file, a folder, a URL, camera:NAME, screen:, rig:FILE or demo:, which is the default.")
    private String input = SourceRequest.DEMO;

    @Option(names = "--size", paramLabel = "WxH",
            description = "Asked of the demo or a camera; 1920x1080 if not given.")
    private String size = "1920x1080";

    @Option(names = "--rate", paramLabel = "R", description = "Frames a second, asked likewise; 60 if not given.")
    private double rate = 60;

    @Option(names = "--seconds", paramLabel = "S", description = "Measures so long, after a warm-up; 10 if not given.")
    private double seconds = 10;

    @Option(names = "--preset", paramLabel = "NAME|FILE", description = "The preset it plays in.")
    private @Nullable String presetName;

    @Option(names = "--from-start",
            description = "Counts second by second from the first picture on, without a warm-up.")
    private boolean fromStart;

    @Option(names = "--record", description = "Records meanwhile, into a file that is thrown away.")
    private boolean records;

    @Option(names = "--replay", description = "Keeps the last 30 seconds meanwhile, as instant replay does.")
    private boolean replays;

    @Option(names = "--switching", paramLabel = "S",
            description = "Plays every pattern and effect in random order, another one every S seconds, and says how "
                    + "long each was slow after it came; exit code 1 if one took more than twice its steady time for "
                    + "more than a second.")
    private @Nullable Double switching;

    @Option(names = "--presets", paramLabel = "S",
            description = "Plays every shipped preset, S seconds each, and counts the later half; exit code 1 if one "
                    + "showed less than 95 of 100 frames.")
    private @Nullable Double presets;

    @Option(names = "--seed", paramLabel = "N", description = "Repeats an order of --switching.")
    private @Nullable Long seed;

    @Option(names = "--visible", description = "Opens the window on the screen.")
    private boolean visible;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the numbers for scripts.")
    private @Nullable Path json;

    LiveCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(seconds > 0 && seconds <= LONGEST_SECONDS, "--seconds takes a number above 0, up to 3600");
        require(rate > 0 && rate <= FASTEST, "--rate takes a number above 0, up to 1000");
        require(switching == null || (switching >= SHORTEST_VISIT && switching <= LONGEST_SECONDS),
                "--switching takes a number of 2 … 3600");
        require(presets == null || (presets >= SHORTEST_VISIT && presets <= LONGEST_SECONDS),
                "--presets takes a number of 2 … 3600");
        require(switching == null || presets == null, "--switching and --presets: leave out one of them");
        require(presets == null || presetName == null, "--presets plays all of them: leave out --preset");
        boolean playsMany = switching != null || presets != null;
        require(!playsMany || !(records || replays),
                "--record and --replay count one preset: leave out --switching and --presets");
        require(!(records && replays), "--record and --replay are counted one by one: leave out one of them");
        require(!fromStart || !(playsMany || records || replays),
                "--from-start counts one preset that is shown: leave out --switching, --presets, --record and --replay");
        require(switching != null || seed == null, "--seed is the order of --switching, which is not given");
        Preset preset = presetName == null ? PresetStore.defaultPreset() : environment.presets().load(presetName);
        LiveRun run = new LiveRun(request(), preset, visible);
        if (fromStart) {
            return countSeconds(run);
        }
        if (presets != null) {
            return playPresets(run, presets);
        }
        return switching == null ? count(run) : playAll(run, switching);
    }

    private int countSeconds(LiveRun run) throws IOException, InterruptedException {
        SecondsScore score = measure(run, new LiveSeconds((int) Math.ceil(seconds)));
        report(score.text(), score.json());
        return 0;
    }

    private int count(LiveRun run) throws IOException, InterruptedException {
        LiveScore score = measure(run, new LiveCounter(seconds, sinks()));
        report(score.text(), score.json());
        return 0;
    }

    private Optional<SinkOpener> sinks() {
        if (replays) {
            return Optional.of(
                    request -> environment.sinks().openReplay(request, RecordingSettings.FIRST.replayLimits()));
        }
        return records ? Optional.of(environment.sinks()) : Optional.empty();
    }

    private int playAll(LiveRun run, double every) throws IOException, InterruptedException {
        long order = seed == null ? ThreadLocalRandom.current().nextInt(SEEDS) : seed;
        spec.commandLine().getOut().println("--seed " + order);
        SwitchingScore score = measure(run, new LiveSwitching(seconds, every, order));
        report(score.text(), score.json());
        return score.holds() ? 0 : TOO_SLOW;
    }

    private int playPresets(LiveRun run, double every) throws IOException, InterruptedException {
        List<Preset> shipped = new ArrayList<>();
        for (PresetStore.Entry entry : environment.presets().list()) {
            if (!entry.own()) {
                shipped.add(environment.presets().load(entry));
            }
        }
        PresetsScore score = measure(run, new LivePresets(shipped, every));
        report(score.text(), score.json());
        return score.holds() ? 0 : TOO_SLOW;
    }

    private <T> T measure(LiveRun run, LiveMeasurement<T> measurement) throws IOException, InterruptedException {
        try (ClosingSignals _ = new ClosingSignals(Launch::close)) {
            T measured = run.run(environment.sources(), environment.sinks(), environment.resizers(),
                    environment.finders(), measurement);
            ArchiveRenewal.now(Main.class, ArchiveCommand.NAME);
            return measured;
        }
    }

    private void report(String text, String scores) throws IOException {
        spec.commandLine().getOut().println(text);
        if (json != null) {
            PartialFile.write(json, scores);
        }
    }

    private SourceRequest request() {
        Matcher sides = SIZE.matcher(size);
        require(sides.matches(), "--size takes width and height such as 1280x720, not '" + size + "'");
        int width = Integer.parseInt(sides.group(1));
        int height = Integer.parseInt(sides.group(2));
        require(width > 0 && width <= FrameSize.MAX_SIDE && height > 0 && height <= FrameSize.MAX_SIDE,
                "--size takes sides of 1 … " + FrameSize.MAX_SIDE + " pixels");
        return new SourceRequest(input, width, height, rate);
    }

    private void require(boolean fulfilled, String words) {
        if (!fulfilled) {
            throw new ParameterException(spec.commandLine(), words);
        }
    }
}

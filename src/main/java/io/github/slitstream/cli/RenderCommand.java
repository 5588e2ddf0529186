package io.github.slitstream.cli;

import io.github.slitstream.engine.ClipEnds;
import io.github.slitstream.engine.OfflineRender.Output;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.engine.RenderLoop;
import io.github.slitstream.engine.SliceSettings;
import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.file.Overwriting;
import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.SoundSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slitstream render}: from a source to a file, as fast as it goes. */
@Command(name = "render", mixinStandardHelpOptions = true,
        description = "Renders a source into a file; without preset and effect it is copied through the ring.")
@SuppressWarnings("NullAway") // picocli sets the fields
final class RenderCommand implements Callable<Integer> {
    static final String INPUT = "INPUT";

    private static final double DEMO_SECONDS = 10;
    private static final int MOST_THREADS = 1_024;
    private static final String DEPTH = "depth";
    private static final String EXACT = "exact";

    private final CommandEnvironment environment;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = INPUT,
            description = "Video, still, numbered pictures (frames/%%05d.png), folder, URL, camera:NAME, screen:,"
                    + " rig:FILE or demo:.")
    private String input;

    @Option(names = {"-o",
        "--output"}, required = true, paramLabel = "OUTPUT",
            description = "A file whose ending says its format, see: slitstream formats.")
    private String output;

    @Option(names = "--sound-input", paramLabel = "NAME", arity = "0..1", fallbackValue = "",
            description = "A live input gets the sound of this microphone; without a name, of the system's own.")
    private @Nullable String soundInput;

    @Option(names = "--preset", paramLabel = "NAME|FILE",
            description = "A preset to begin with; a picture or video made with one stands for it.")
    private @Nullable String presetName;

    @Option(names = "--effect", paramLabel = "ID:key=value,…", description = "An effect to add; may be repeated.")
    private List<String> effects = List.of();

    @Option(names = "--set", paramLabel = "SLOT.PARAMETER=VALUE",
            description = "Tunes an effect of the preset; may be repeated.")
    private List<String> settings = List.of();

    @Option(names = "--frames", paramLabel = "N", description = "Renders at most so many frames.")
    private @Nullable Long frames;

    @Option(names = "--start", paramLabel = "S", description = "Begins so many seconds into the source.")
    private double start;

    @Option(names = "--duration", paramLabel = "S", description = "Renders so many seconds.")
    private @Nullable Double duration;

    @Option(names = "--loop", paramLabel = "S|" + EXACT,
            description = "Makes a loop: the last seconds are cross-faded into the first ones; or exact, where the source"
                    + " itself loops: before its first frame the past is that of its end.")
    private @Nullable String loop;

    @Option(names = "--ends", paramLabel = "hold|mirror|wrap",
            description = "What effects find before the first frame and behind the last: these standing still, time"
                    + " running back, or the other end; hold if not given, wrap with --loop exact.")
    private @Nullable String ends;

    @Option(names = "--sound-delay", paramLabel = "SECONDS|" + DEPTH,
            description = "Delays sound by so many seconds, or goes with the middle of the depth; may be repeated.")
    private List<String> soundDelays = List.of();

    @Option(names = "--no-sound", description = "Leaves sound out.")
    private boolean isSilent;

    @Option(names = "--quality", paramLabel = "0…100", description = "Of the output, where it is not exact; 65 if not "
            + "given.")
    private int quality = Encoding.GOOD;

    @Option(names = "--encoder", paramLabel = "NAME", description = "Encodes with this one, such as libx265.")
    private String encoder = "";

    @Option(names = "--constant-rate",
            description = "Repeats and leaves out pictures so that they follow each other at the input's nominal rate.")
    private boolean isConstantRate;

    @Option(names = "--keep-partial",
            description = "Keeps what was rendered when it fails or is stopped; then no file is replaced.")
    private boolean keepsPartial;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that share each picture.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--flow-quality", paramLabel = "draft|good|best",
            description = "How well the motion between frames is found where an effect goes along it; best if not "
                    + "given, draft is what is done live.")
    private String flowQuality = FlowQuality.BEST.id();

    private RenderCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    static CommandLine line(CommandEnvironment environment) {
        CommandLine line = DeclaredOptions.add(new CommandLine(new RenderCommand(environment)), RingSettings.ALL);
        return DeclaredOptions.add(line, SliceSettings.ALL);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkNumbers();
        ends();
        Preset preset = preset();
        preset.check();
        if (presetName != null && PresetStore.isPath(presetName)) {
            Overwriting.refuse(environment.sinks().replaced(output), List.of(Path.of(presetName)));
        }
        refuseToReplacePartially();
        new FileRender(environment, spec.commandLine().getErr(), threads, flowQuality()).render(source(), preset,
                this::part,
                new Output(output, isSilent, slice(), loop(),
                        Encoding.USUAL.withQuality(quality).withEncoder(encoder).atConstantRate(isConstantRate),
                        keepsPartial ? Keeping.WRITTEN : Keeping.WHOLE));
        return 0;
    }

    private void refuseToReplacePartially() throws IOException {
        for (Path replaced : keepsPartial ? environment.sinks().replaced(output) : List.<Path>of()) {
            if (Files.exists(replaced)) {
                throw new IOException(replaced + " is there already and is not replaced by a part; choose another name"
                        + " or leave out --keep-partial");
            }
        }
    }

    private @Nullable Slice slice() {
        try {
            Slice slice = SliceSettings.slice(
                    DeclaredOptions.over(Values.defaults(SliceSettings.ALL), spec, SliceSettings.ALL));
            boolean isPlaced = DeclaredOptions.isGiven(spec, SliceSettings.AT);
            require(slice != null || !isPlaced, "--slice-at says where a slice lies: say --slice x-t or y-t, too");
            return slice;
        } catch (BadValue e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private RenderLoop loop() {
        if (loop == null || loop.equals(EXACT)) {
            return new RenderLoop.None();
        }
        double seconds = 0;
        try {
            seconds = Double.parseDouble(loop);
        } catch (NumberFormatException none) {
            // is refused as 0 is
        }
        require(seconds > 0 && seconds < Double.POSITIVE_INFINITY, "--loop takes seconds above 0, or " + EXACT);
        return new RenderLoop.Fade(seconds);
    }

    private ClipEnds ends() {
        boolean isExact = EXACT.equals(loop);
        if (ends == null) {
            return isExact ? ClipEnds.WRAP : ClipEnds.HOLD;
        }
        ClipEnds asked = Stream.of(ClipEnds.values()).filter(each -> each.id().equals(ends)).findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(),
                        "--ends takes hold, mirror or wrap, not '" + ends + "'"));
        require(!isExact || asked == ClipEnds.WRAP, "--loop exact wraps the ends: leave out --ends");
        return asked;
    }

    private FlowQuality flowQuality() {
        return Stream.of(FlowQuality.values()).filter(each -> each.id().equals(flowQuality)).findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(),
                        "--flow-quality takes draft, good or best, not '" + flowQuality + "'"));
    }

    private String source() {
        return soundInput == null ? input : input + SourceRequest.MICROPHONE + soundInput;
    }

    private void checkNumbers() {
        require(frames == null || frames > 0, "--frames takes a whole number from 1");
        require(start >= 0 && start < Double.POSITIVE_INFINITY, "--start takes seconds from 0");
        require(duration == null || duration > 0, "--duration takes seconds above 0");
        require(quality >= 0 && quality <= Encoding.BEST, "--quality takes 0 … " + Encoding.BEST);
        require(threads > 0 && threads <= MOST_THREADS, "--threads takes 1 … " + MOST_THREADS);
    }

    private void require(boolean fulfilled, String words) {
        if (!fulfilled) {
            throw new ParameterException(spec.commandLine(), words);
        }
    }

    private Preset preset() throws IOException {
        Preset named = presetName == null ? Preset.empty(Preset.OF_RENDER) : environment.presets().load(presetName);
        try {
            return tuned(named);
        } catch (BadValue e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Preset tuned(Preset named) {
        Preset preset = named.withRing(DeclaredOptions.over(named.ring(), spec, RingSettings.ALL))
                .withSound(sound(named.sound()));
        for (String effect : effects) {
            preset = preset.plus(EffectSpec.parse(effect));
        }
        Map<String, String> tuning = new LinkedHashMap<>();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            require(parts.length == 2, "--set takes SLOT.PARAMETER=VALUE, not '" + setting + "'");
            String before = tuning.put(parts[0], parts[1]);
            require(before == null, "--set " + parts[0] + " is given twice, as '" + before + "' and as '" + parts[1]
                    + "': leave one out");
        }
        return preset.with(tuning);
    }

    private Values sound(Values named) {
        Values sound = named;
        for (String delay : soundDelays) {
            sound = delay.equals(DEPTH)
                    ? sound.with(SoundSettings.AT_DEPTH, true)
                    : sound.with(SoundSettings.DELAY.id(), delay);
        }
        return sound;
    }

    /** A source without end needs one from outside; the demo has its own. */
    private Part part(SourceInfo info) {
        boolean limited = frames != null || duration != null;
        require(limited || !info.live(), info.name() + " has no end: say --frames or --duration");
        require(!info.live() || !EXACT.equals(loop), info.name() + " is live and does not loop: fade over seconds");
        require(!info.live() || ends() == ClipEnds.HOLD, info.name() + " is live: its ends can only --ends hold");
        boolean demo = info.address().startsWith(SourceRequest.DEMO);
        double ownEnd = demo && !limited ? DEMO_SECONDS : Double.POSITIVE_INFINITY;
        return new Part(start, duration == null ? ownEnd : duration, frames == null ? Long.MAX_VALUE : frames, ends());
    }
}

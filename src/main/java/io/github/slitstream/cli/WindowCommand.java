package io.github.slitstream.cli;

import io.github.slitstream.engine.OfflineRender.Output;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.media.SystemSound;
import io.github.slitstream.preset.ConfigFolder;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.view.Launch;
import io.github.slitstream.view.WindowPorts;
import io.github.slitstream.view.control.NativeFileDialogs;
import io.github.slitstream.view.model.OutputFolders;
import io.github.slitstream.start.ArchiveRenewal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code slitstream} alone: the window; where there can be none, ten seconds of the demo as a file. */
@Command(name = "slitstream", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Bends time in live video: opens the window, unless a command says what else to do.")
@SuppressWarnings("NullAway") // picocli sets the fields
final class WindowCommand implements Callable<Integer> {
    private static final double DEMO_SECONDS = 10;

    private final CommandEnvironment environment;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = RenderCommand.INPUT,
            description = "What plays first: a file, a folder, a URL, camera:NAME, screen:, rig:FILE or demo:.")
    private @Nullable String input;

    @Option(names = "--sound-input", paramLabel = "NAME", arity = "0..1", fallbackValue = "",
            description = "A live input gets the sound of this microphone; without a name, of the system's own.")
    private @Nullable String soundInput;

    @Option(names = "--preset", paramLabel = "NAME|FILE",
            description = "The preset to begin with; a picture or video made with one stands for it.")
    private @Nullable String presetName;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Shows where in the program a failure arose.")
    private boolean verbose;

    WindowCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    boolean isVerbose() {
        return verbose;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        UnknownArguments.misspelled(input == null ? "" : input, spec).ifPresent(words -> {
            throw new ParameterException(spec.commandLine(), words);
        });
        Optional<Preset> preset = presetName == null
                ? Optional.empty()
                : Optional.of(preset(presetName));
        Optional<String> obstacle = environment.display().obstacle();
        if (obstacle.isEmpty()) {
            return openWindow(preset);
        }
        if (input != null) {
            throw new IOException("no window can be shown: " + obstacle.get() + "; or use: slitstream render " + input
                    + " -o FILE.mp4");
        }
        renderDemo(obstacle.get(), preset.orElseGet(PresetStore::defaultPreset));
        return 0;
    }

    private Preset preset(String nameOrFile) throws IOException {
        Preset loaded = environment.presets().load(nameOrFile);
        return PresetStore.isPath(nameOrFile) ? loaded.namedAfter(Path.of(nameOrFile)) : loaded;
    }

    /** @return the exit code */
    private int openWindow(Optional<Preset> preset) throws InterruptedException {
        try (ClosingSignals signals = new ClosingSignals(Launch::close);
                ArchiveRenewal _ = ArchiveRenewal.begin(Main.class, ArchiveCommand.NAME);
                Player player = new Player(environment.sources(), environment.resizers(), environment.finders(),
                        new SystemSound(), Kernels.get(), Workers.forThisMachine(),
                        preset.orElseGet(PresetStore::defaultPreset))) {
            Launch.open(new WindowPorts(player, environment.sources(), environment.sinks(), environment.presets(),
                    new NativeFileDialogs(), OutputFolders.ofThisPlatform(), ConfigFolder.ofThisUser(),
                    Optional.ofNullable(input).map(WindowCommand::lasting).map(this::request), preset));
            return signals.exitCode();
        }
    }

    /** The window remembers what it played, wherever it is started next: a path is made one from the root. */
    private static String lasting(String address) {
        try {
            Path path = Path.of(address);
            return Files.exists(path) ? path.toAbsolutePath().toString() : address;
        } catch (InvalidPathException notAPath) {
            return address;
        }
    }

    private SourceRequest request(String address) {
        return SourceRequest.of(soundInput == null ? address : address + SourceRequest.MICROPHONE + soundInput);
    }

    private void renderDemo(String obstacle, Preset preset) throws IOException, InterruptedException {
        Path output = unusedName();
        PrintWriter err = spec.commandLine().getErr();
        err.println("slitstream: no window can be shown: " + obstacle + ". Rendering the demo instead.");
        new FileRender(environment, err, Runtime.getRuntime().availableProcessors(), FlowQuality.DRAFT).render(
                SourceRequest.DEMO, preset,
                source -> new Part(0, DEMO_SECONDS, Long.MAX_VALUE), Output.whole(output.toString(), false));
        spec.commandLine().getOut()
                .println("The demo in the preset '" + preset.name() + "' is in " + output.toAbsolutePath());
    }

    private Path unusedName() {
        Path name = environment.folder().resolve("slitstream-demo.mp4");
        for (int number = 2; Files.exists(name); number++) {
            name = environment.folder().resolve("slitstream-demo-" + number + ".mp4");
        }
        return name;
    }
}

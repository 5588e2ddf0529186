package io.github.slitstream.cli;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.Progress;
import io.github.slitstream.file.Overwriting;
import io.github.slitstream.kernel.matrix.FundamentalKernels;
import io.github.slitstream.rig.CameraPairs;
import io.github.slitstream.rig.FundamentalFile;
import io.github.slitstream.rig.FundamentalMatrices;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slitstream rig fundamental}: from cameras to the fundamental matrices of their pairs. */
@Command(name = "fundamental", mixinStandardHelpOptions = true, description = {
    "Writes the fundamental matrices of all pairs of cameras, shape (n, n, 3, 3).",
    "Element [a, b] is F with x_b' F x_a = 0 for the pictures x_a, x_b of any point; "
            + "[b, a] is its transpose, [a, a] is 0."})
@SuppressWarnings("NullAway") // picocli sets the fields
final class RigFundamental implements Callable<Integer> {
    private final CommandEnvironment environment;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CAMERAS", description = RigCommand.CAMERAS)
    private Path cameras;

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "F.npy", description = "Where they go.")
    private Path output;

    @Option(names = "--upper",
            description = "Only pairs a < b, shape (n(n-1)/2, 3, 3), in the order of rows: (0, 1), (0, 2), … (1, "
                    + "2), …")
    private boolean upper;

    @Option(names = "--pairs", paramLabel = "FILE",
            description = "Only these pairs, shape (m, 3, 3): a text of two camera numbers a line, the first"
                    + " camera being 0, or .npy (m, 2).")
    private @Nullable Path pairs;

    @Option(names = "--float32", description = "Rounded to 32 bits instead of 64.")
    private boolean float32;

    RigFundamental(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (upper && pairs != null) {
            throw new ParameterException(spec.commandLine(),
                    "--upper and --pairs both choose pairs; say one of them");
        }
        Overwriting.refuse(List.of(output), read());
        PrintWriter err = spec.commandLine().getErr();
        FundamentalMatrices matrices = new FundamentalMatrices(RigCommand.read(cameras, err).minors(),
                FundamentalKernels.get());
        try (InterruptOnShutdown _ = new InterruptOnShutdown();
                ProgressBar bar = new ProgressBar(err, "pairs", System::nanoTime)) {
            Progress progress = environment.isWatched() ? bar::done : Progress.UNWATCHED;
            write(new FundamentalFile(matrices, output, float32 ? ElementType.FLOAT32 : ElementType.FLOAT64,
                    progress),
                    matrices.cameras());
        }
        return 0;
    }

    private List<Path> read() throws IOException {
        List<Path> read = new ArrayList<>(pairs == null ? List.of() : List.of(pairs));
        if (!Files.isDirectory(cameras)) {
            read.add(cameras);
            return read;
        }
        try (Stream<Path> model = Files.list(cameras)) {
            read.addAll(model.toList());
        }
        return read;
    }

    private void write(FundamentalFile file, int count) throws IOException, InterruptedException {
        if (pairs != null) {
            file.writePairs(CameraPairs.read(pairs, count));
        } else if (upper) {
            file.writeUpper();
        } else {
            file.writeAll();
        }
    }
}

package io.github.slitstream.cli;

import io.github.slitstream.array.NpyArray;
import io.github.slitstream.file.Overwriting;
import io.github.slitstream.kernel.matrix.RankThreshold;
import io.github.slitstream.array.Progress;
import io.github.slitstream.lab.RankFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slitstream lab rank}: how many dimensions 2×2 blocks have, softly or in whole numbers. */
@Command(name = "rank", mixinStandardHelpOptions = true,
        description = "Ranks 2x2 blocks: the sum of s²/(s² + epsilon²) over both singular values s.")
@SuppressWarnings("NullAway") // picocli sets the fields
final class LabRank implements Callable<Integer> {
    private final CommandEnvironment environment;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "IN", description = "Blocks, (..., 2, 2).")
    private Path in;

    @Option(names = {"-o",
        "--output"}, required = true, paramLabel = "OUT",
            description = "Takes the ranks, (...): doubles, or bytes with --hard.")
    private Path out;

    @Option(names = "--epsilon", paramLabel = "E", description = "What counts as a singular value; 1e-6 if not given.")
    private double epsilon = 1e-6;

    @Option(names = "--hard", description = "Counts the singular values that reach epsilon.")
    private boolean hard;

    @Option(names = "--gradient", paramLabel = "FILE", description = "Takes the gradient by each entry, (..., 2, 2).")
    private @Nullable Path gradient;

    @Option(names = "--minimum", description = "Prints the least rank and where it is.")
    private boolean minimum;

    @Option(names = "--soft-minimum", paramLabel = "SHARPNESS",
            description = "Prints -log(sum of exp(-SHARPNESS*rank))/SHARPNESS; --gradient is then that of this "
                    + "number.")
    private @Nullable Double sharpness;

    LabRank(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        require(epsilon >= RankThreshold.SMALLEST && epsilon <= RankThreshold.LARGEST,
                "--epsilon takes a number above 0, such as 1e-6");
        require(!hard || gradient == null, "--hard has no gradient, since it goes in steps; leave one of them out");
        require(!hard || sharpness == null, "--hard has no soft minimum; take --minimum");
        require(sharpness == null || (sharpness > 0 && sharpness < Double.POSITIVE_INFINITY),
                "--soft-minimum takes a number above 0, such as 20");
        require(!out.equals(gradient), "--output and --gradient are one file; name two");
        Overwriting.refuse(List.of(out, gradient == null ? out : gradient), List.of(in));
        print(write());
        return 0;
    }

    private RankFile.Summary write() throws IOException {
        String unit = gradient == null ? "ranks" : "ranks and gradients";
        try (Arena arena = Arena.ofShared();
                InterruptOnShutdown _ = new InterruptOnShutdown();
                ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), unit, System::nanoTime)) {
            RankFile file = new RankFile(NpyArray.open(in, arena), new RankThreshold(epsilon),
                    environment.isWatched() ? bar::done : Progress.UNWATCHED);
            return hard
                    ? file.writeHard(out)
                    : file.writeSoft(out, gradient, sharpness == null ? 1 : sharpness, sharpness != null);
        }
    }

    private void print(RankFile.Summary summary) {
        if (Double.isNaN(summary.least())) {
            if (minimum || sharpness != null) {
                spec.commandLine().getOut().println("no blocks, so no minimum");
            }
            return;
        }
        if (minimum) {
            spec.commandLine().getOut().println("minimum " + number(summary.least()) + " at " + summary.index());
        }
        if (sharpness != null) {
            spec.commandLine().getOut().println("soft minimum " + number(summary.soft()));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private void require(boolean fulfilled, String words) {
        if (!fulfilled) {
            throw new ParameterException(spec.commandLine(), words);
        }
    }
}

package io.github.slitstream.cli;

import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.array.MatrixFile;
import io.github.slitstream.array.NpyArray;
import io.github.slitstream.effect.HomographyWarp;
import io.github.slitstream.engine.OfflineRender.Output;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.file.Overwriting;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.lab.ArrayWarp;
import io.github.slitstream.lab.WarpedFile;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code slitstream lab warp}: an array or a picture read through a homography. Its options are values of the effect.
 */
@Command(name = "warp", mixinStandardHelpOptions = true,
        description = "Reads an array (H, W) or (H, W, C) of uint8 or float32, or a picture, through a 3x3 matrix, and tells how many pixels fell outside.")
@SuppressWarnings("NullAway") // picocli sets the fields
final class LabWarp implements Callable<Integer> {
    private static final String ARRAY = ".npy";
    private static final List<Parameter<?>> OPTIONS = Stream
            .of("inverse", "width", "height", "interpolation", "border")
            .<Parameter<?>>map(HomographyWarp.TYPE.defaults()::parameter).toList();

    private final CommandEnvironment environment;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "IN", description = "An array (.npy) or a picture.")
    private Path in;

    @Option(names = {"-o",
        "--output"}, required = true, paramLabel = "OUT",
            description = "Takes the result: an array (.npy) of the same type, or a picture.")
    private Path out;

    @Option(names = "--matrix", required = true, paramLabel = "M",
            description = "From pixels of the result to those of IN: \"a b c; d e f; g h i\", or a file (.npy, YAML, OpenCV's FileStorage).")
    private String matrix;

    @Option(names = "--fill", paramLabel = "V", description = "What fills pixels that fall outside; 0 if not given.")
    private double fill;

    private LabWarp(CommandEnvironment environment) {
        this.environment = environment;
    }

    static CommandLine line(CommandEnvironment environment) {
        return DeclaredOptions.add(new CommandLine(new LabWarp(environment)), OPTIONS);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Values values = values();
        HomographyWarp.TYPE.check().accept(values);
        if (isArray(in) != isArray(out)) {
            throw new BadValue(
                    "an array becomes an array and a picture a picture: IN and OUT both end in .npy, or neither");
        }
        if (isArray(in)) {
            warpArray(values);
        } else {
            warpPicture(values);
        }
        return 0;
    }

    private void warpArray(Values values) throws IOException {
        try (Arena arena = Arena.ofShared(); InterruptOnShutdown _ = new InterruptOnShutdown()) {
            Overwriting.refuse(out, isMatrixFile() ? new Path[]{in, Path.of(matrix)} : new Path[]{in});
            NpyArray array = NpyArray.open(in, arena);
            int channels = WarpedFile.channels(array);
            FrameSize size = size(array);
            FrameSize made = HomographyWarp.TYPE.outputSize(size, values);
            ArrayWarp warp = new ArrayWarp(HomographyWarp.projection(size, values), HomographyWarp.sampling(values),
                    channels, made.width(), made.height(), (float) fill);
            long outside = WarpedFile.write(array, warp, made.height(), made.width(), out);
            spec.commandLine().getOut().println(HomographyWarp.note(outside, made.pixels()));
        }
    }

    private void warpPicture(Values values) throws IOException, InterruptedException {
        String level = Long.toString(Math.round(fill));
        Values filled = values.with("fill-red", level).with("fill-green", level).with("fill-blue", level);
        Preset preset = Preset.empty("warp").plus(Slot.of(HomographyWarp.TYPE).withValues(filled));
        new FileRender(environment, spec.commandLine().getErr(), 1, FlowQuality.DRAFT).render(in.toString(), preset,
                source -> Part.ALL, Output.whole(out.toString(), false));
    }

    private boolean isMatrixFile() {
        return MatrixFile.EXTENSIONS.stream().anyMatch(ending -> matrix.endsWith("." + ending));
    }

    private Values values() {
        Values values = HomographyWarp.TYPE.defaults().with(isMatrixFile() ? "matrix-file" : "matrix", matrix);
        return DeclaredOptions.over(values, spec, OPTIONS);
    }

    private static FrameSize size(NpyArray array) {
        try {
            return new FrameSize((int) array.shape().size(1), (int) array.shape().size(0));
        } catch (IllegalArgumentException tooLarge) {
            throw new BadValue(array.file() + ": " + tooLarge.getMessage());
        }
    }

    private static boolean isArray(Path file) {
        return file.toString().endsWith(ARRAY);
    }
}

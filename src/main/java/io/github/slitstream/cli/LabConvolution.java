package io.github.slitstream.cli;

import io.github.slitstream.array.NpyArray;
import io.github.slitstream.file.Overwriting;
import io.github.slitstream.file.PartialFile;
import io.github.slitstream.lab.ConvolvedFile;
import io.github.slitstream.lab.Im2col;
import io.github.slitstream.lab.PatchPicture;
import io.github.slitstream.lab.Patches;
import io.github.slitstream.array.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code slitstream lab im2col} and {@code slitstream lab convolve}. */
final class LabConvolution {
    private LabConvolution() {}

    /** A kernel's size as it is typed: {@code 3x5} is three rows of five. */
    record KernelSize(int height, int width) {
        private static final Pattern TEXT = Pattern.compile("(\\d{1,6})[xX×](\\d{1,6})");

        static KernelSize parse(String text) {
            Matcher matcher = TEXT.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is no size: write rows x columns, as in 3x3");
            }
            return new KernelSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
    }

    static final class KernelSizeConverter implements ITypeConverter<KernelSize> {
        @Override
        public KernelSize convert(String text) {
            return KernelSize.parse(text);
        }
    }

    /** What both tools ask for. */
    @SuppressWarnings("NullAway") // picocli sets the fields
    static final class Common {
        @Parameters(index = "0", paramLabel = "IN", description = "Images, (N, C, H, W).")
        private Path in;

        @Option(names = {"-o", "--output"}, required = true, paramLabel = "OUT", description = "Where the result goes.")
        private Path out;

        @Option(names = "--stride", paramLabel = "S", description = "Step from patch to patch; 1 if not given.")
        private int stride = 1;

        @Option(names = "--pad", paramLabel = "P", description = "Zeros around each image; 0 if not given.")
        private int pad;
    }

    @Command(name = "im2col", mixinStandardHelpOptions = true,
            description = "Writes every patch of images as a row of a matrix: (N·out_h·out_w, C·H·W of the kernel).")
    @SuppressWarnings("NullAway") // picocli sets the fields
    static final class Im2colCommand implements Callable<Integer> {
        @Mixin
        private Common common;

        @Option(names = "--kernel", required = true, paramLabel = "HxW", converter = KernelSizeConverter.class,
                description = "Rows and columns of a patch.")
        private KernelSize kernel;

        @Option(names = "--picture", paramLabel = "FILE",
                description = "Also draws what happens to the first image, for small ones, as PNG.")
        private @Nullable Path picture;

        private final CommandEnvironment environment;

        @Spec
        private CommandSpec spec;

        Im2colCommand(CommandEnvironment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() throws IOException {
            Path drawn = picture == null ? common.out : picture;
            Overwriting.refuse(List.of(common.out, drawn), List.of(common.in));
            PrintWriter err = spec.commandLine().getErr();
            try (Arena arena = Arena.ofShared();
                    InterruptOnShutdown _ = new InterruptOnShutdown();
                    ProgressBar bar = new ProgressBar(err, "patches", System::nanoTime)) {
                NpyArray images = NpyArray.open(common.in, arena);
                Patches patches = new Patches(images.shape(), kernel.height, kernel.width, common.stride, common.pad);
                Im2col.write(images, patches, common.out,
                        environment.isWatched() ? bar::done : Progress.UNWATCHED);
                if (picture != null) {
                    draw(patches, picture);
                }
                return 0;
            }
        }

        private static void draw(Patches patches, Path file) throws IOException {
            try (PartialFile partial = new PartialFile(file)) {
                ImageIO.write(PatchPicture.of(patches), "png", partial.path().toFile());
                partial.moveIntoPlace();
            }
        }
    }

    @Command(name = "convolve", mixinStandardHelpOptions = true,
            description = "Convolves images with a bank of filters in float32: (N, filters, out_h, out_w). Filters "
                    + "are not turned around.")
    @SuppressWarnings("NullAway") // picocli sets the fields
    static final class ConvolveCommand implements Callable<Integer> {
        @Mixin
        private Common common;

        @Parameters(index = "1", paramLabel = "FILTERS", description = "(filters, C, rows, columns).")
        private Path filters;

        private final CommandEnvironment environment;

        @Spec
        private CommandSpec spec;

        ConvolveCommand(CommandEnvironment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() throws IOException {
            Overwriting.refuse(common.out, common.in, filters);
            PrintWriter err = spec.commandLine().getErr();
            try (Arena arena = Arena.ofShared();
                    InterruptOnShutdown _ = new InterruptOnShutdown();
                    ProgressBar bar = new ProgressBar(err, "images", System::nanoTime)) {
                ConvolvedFile.write(NpyArray.open(common.in, arena), NpyArray.open(filters, arena), common.stride,
                        common.pad, common.out, environment.isWatched() ? bar::done : Progress.UNWATCHED);
                return 0;
            }
        }
    }
}

package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.NpyWriter;
import io.github.slitstream.array.Shape;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code slitstream lab rank} from end to end. */
class LabRankTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void softRanksOfKnownSingularValues() throws IOException {
        Path in = save("in.npy", Shape.of(3, 2, 2), 0, 0, 0, 0, 3, -4, 4, 3, 0, 1, 0, 0);
        Path ranks = folder.resolve("ranks.npy");
        assertEquals(0, run("lab", "rank", in.toString(), "-o", ranks.toString(), "--epsilon", "5"), err.toString());
        assertArrayEquals(new double[]{0, 1, 1 / 26.0}, load(ranks, Shape.of(3)), 1e-15);
        assertEquals("", out.toString());
    }

    @Test
    void hardRanksAndTheirMinimum() throws IOException {
        Path in = save("in.npy", Shape.of(2, 2, 2, 2), 3, -4, 4, 3, 1, 2, 2, 4, 0, 0, 0, 0, 1, 0, 0, 1e-7);
        Path ranks = folder.resolve("ranks.npy");
        assertEquals(0, run("lab", "rank", in.toString(), "-o", ranks.toString(), "--hard", "--minimum"),
                err.toString());
        assertArrayEquals(new double[]{2, 1, 0, 1}, load(ranks, Shape.of(2, 2)));
        assertEquals("minimum 0 at [1, 0]", out.toString().strip());
    }

    /** More blocks than fit one piece, so that the sum goes on over pieces. */
    @Test
    void softMinimumAndItsGradientAgreeWithDifferences() throws IOException {
        Random random = new Random(5);
        double[] entries = random.doubles(4 * 20_000, -1, 1).toArray();
        Path in = save("in.npy", Shape.of(20_000, 2, 2), entries);
        Path gradient = folder.resolve("gradient.npy");
        double soft = softMinimum(in, "--gradient", gradient.toString());
        double[] gradients = load(gradient, Shape.of(20_000, 2, 2));
        assertEquals(definition(entries), soft, 1e-12);
        for (int at : new int[]{0, 17, 40_001, 79_999}) {
            double[] more = entries.clone();
            double[] less = entries.clone();
            more[at] += 1e-4;
            less[at] -= 1e-4;
            double expected = (definition(more) - definition(less)) / 2e-4;
            assertEquals(expected, gradients[at], 1e-9, "entry " + at);
        }
    }

    @Test
    void theGradientOfEachRankIsZeroWhereABlockIs() throws IOException {
        Path in = save("in.npy", Shape.of(1, 2, 2), 0, 0, 0, 0);
        Path gradient = folder.resolve("gradient.npy");
        run("lab", "rank", in.toString(), "-o", folder.resolve("ranks.npy").toString(), "--gradient",
                gradient.toString());
        assertArrayEquals(new double[4], load(gradient, Shape.of(1, 2, 2)));
    }

    @Test
    void whatIsNotFiniteIsNamedByItsIndexAndNothingIsWritten() throws IOException {
        Path in = save("in.npy", Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, Double.NaN, 8);
        Path ranks = Files.writeString(folder.resolve("ranks.npy"), "precious");
        assertFails(1, "NaN at [1, 1, 0]", in.toString(), "-o", ranks.toString());
        Path infinite = save("infinite.npy", Shape.of(1, 2, 2), 1, Double.NEGATIVE_INFINITY, 3, 4);
        assertFails(1, "-Infinity at [0, 0, 1]", infinite.toString(), "-o", ranks.toString(), "--hard");
        assertEquals("precious", Files.readString(ranks));
        assertEquals(List.of("in.npy", "infinite.npy", "ranks.npy"), names());
    }

    @Test
    void otherShapesAndFilesAreRefused() throws IOException {
        Path in = save("in.npy", Shape.of(2, 2, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        String ranks = folder.resolve("ranks.npy").toString();
        assertFails(1, "a shape that ends in 2, 2", in.toString(), "-o", ranks);
        assertFails(1, "does not exist", folder.resolve("none.npy").toString(), "-o", ranks);
        assertFalse(Files.exists(Path.of(ranks)));
    }

    @Test
    void optionsThatDoNotFitAreWrongUsage() throws IOException {
        String in = save("in.npy", Shape.of(1, 2, 2), 1, 2, 3, 4).toString();
        String ranks = folder.resolve("ranks.npy").toString();
        assertFails(2, "--epsilon takes a number above 0", in, "-o", ranks, "--epsilon", "0");
        assertFails(2, "--epsilon takes a number above 0", in, "-o", ranks, "--epsilon", "NaN");
        assertFails(2, "goes in steps", in, "-o", ranks, "--hard", "--gradient", "gradient.npy");
        assertFails(2, "no soft minimum", in, "-o", ranks, "--hard", "--soft-minimum", "5");
        assertFails(2, "--soft-minimum takes", in, "-o", ranks, "--soft-minimum", "0");
        assertFails(2, "name two", in, "-o", ranks, "--gradient", ranks);
    }

    @Test
    void whoWatchesSeesHowMuchIsDone() throws IOException {
        Path in = save("in.npy", Shape.of(9_000, 2, 2), new double[4 * 9_000]);
        String ranks = folder.resolve("ranks.npy").toString();
        assertEquals(0, runWatched("lab", "rank", in.toString(), "-o", ranks, "--hard"), err.toString());
        assertTrue(err.toString().contains("9000 of 9000 ranks ·"), err.toString());
        assertEquals(0, runWatched("lab", "rank", in.toString(), "-o", ranks, "--gradient",
                folder.resolve("gradient.npy").toString()), err.toString());
        assertTrue(err.toString().contains("18000 of 18000 ranks and gradients ·"), err.toString());
    }

    @Test
    void noBlocksHaveNoMinimum() throws IOException {
        Path in = save("in.npy", Shape.of(0, 2, 2));
        Path ranks = folder.resolve("ranks.npy");
        assertEquals(0, run("lab", "rank", in.toString(), "-o", ranks.toString(), "--minimum"), err.toString());
        assertArrayEquals(new double[0], load(ranks, Shape.of(0)));
        assertEquals("no blocks, so no minimum", out.toString().strip());
    }

    private double softMinimum(Path in, String... more) {
        List<String> arguments = new ArrayList<>(List.of("lab", "rank", in.toString(), "-o",
                folder.resolve("ranks.npy").toString(), "--epsilon", "0.5", "--soft-minimum", "12"));
        arguments.addAll(Arrays.asList(more));
        assertEquals(0, run(arguments.toArray(String[]::new)), err.toString());
        return Double.parseDouble(out.toString().strip().replace("soft minimum ", ""));
    }

    /** By the formulas, one block after the other. */
    private static double definition(double[] entries) {
        double sum = 0;
        for (int i = 0; i < entries.length; i += 4) {
            double trace = entries[i] * entries[i] + entries[i + 1] * entries[i + 1]
                    + entries[i + 2] * entries[i + 2] + entries[i + 3] * entries[i + 3];
            double determinant = entries[i] * entries[i + 3] - entries[i + 1] * entries[i + 2];
            double root = Math.sqrt(Math.max(0, trace * trace - 4 * determinant * determinant));
            double first = (trace + root) / 2;
            double second = (trace - root) / 2;
            sum += Math.exp(-12 * (first / (first + 0.25) + second / (second + 0.25)));
        }
        return -Math.log(sum) / 12;
    }

    private void assertFails(int exitCode, String words, String... arguments) {
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("lab", "rank"));
        all.addAll(Arrays.asList(arguments));
        assertEquals(exitCode, run(all.toArray(String[]::new)), err.toString());
        assertTrue(err.toString().contains(words), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    private int run(String... arguments) {
        return run(CommandEnvironment.ofThisMachine(), arguments);
    }

    private int runWatched(String... arguments) {
        CommandEnvironment here = CommandEnvironment.ofThisMachine();
        return run(new CommandEnvironment(here.sources(), here.sinks(), here.resizers(), here.finders(), here.presets(),
                here.display(), here.folder(), () -> true), arguments);
    }

    private int run(CommandEnvironment environment, String... arguments) {
        return Main.run(environment, new PrintWriter(out, true), new PrintWriter(err, true),
                arguments);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path save(String name, Shape shape, double... numbers) throws IOException {
        Path file = folder.resolve(name);
        try (NpyWriter writer = new NpyWriter(file, ElementType.FLOAT64, shape)) {
            writer.write(MemorySegment.ofArray(numbers));
            writer.finish();
        }
        return file;
    }

    private static double[] load(Path file, Shape shape) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            NpyArray array = NpyArray.open(file, arena);
            assertEquals(shape, array.shape());
            return array.toDoubles();
        }
    }
}

package io.github.slitstream.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy 1.24 wrote, and damaged ones. */
class NpyArrayTest {
    private static final double[] SIGNED = {-50, -30, -10, 10, 30, 50};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"f4-little", "f4-big", "f8-little", "f8-big", "i1-little", "i2-little", "i2-big",
        "i4-little", "i4-big", "i8-little", "i8-big"})
    void signedNumbersOfEitherByteOrder(String name) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            NpyArray array = NpyArray.open(numpy(name), arena);
            assertEquals(Shape.of(2, 3), array.shape());
            assertEquals(name.substring(0, 2), array.type().code());
            assertArrayEquals(SIGNED, array.toDoubles());
            assertArrayEquals(SIGNED, floats(array, 0, 6));
        }
    }

    @ParameterizedTest
    @CsvSource({"u1-little, 255", "u2-little, 65535", "u2-big, 65535", "u4-little, 4294967295", "u4-big, 4294967295",
        "u8-little, 18446744073709551616", "u8-big, 18446744073709551616"})
    void unsignedNumbersUpToTheirLargest(String name, double largest) throws IOException {
        double beforeLargest = largest < 0x1p53 ? largest - 1 : largest;
        assertArrayEquals(new double[]{0, 1, 2, 3, beforeLargest, largest}, read(name));
    }

    @Test
    void truthIsOneOrZero() throws IOException {
        assertArrayEquals(new double[]{0, 1, 0, 1, 0, 1}, read("b1"));
    }

    @Test
    void longsBeyondDoublesAreRoundedToNearest() throws IOException {
        assertArrayEquals(new double[]{-0x1p63, 0x1p63}, read("extremes"));
    }

    @Test
    void halfFloats() throws IOException {
        assertArrayEquals(new double[]{0, 1, 2, 3, 4, 5}, read("half"));
        byte[] file = Files.readAllBytes(numpy("half"));
        short[] bits = {0x7bff, (short) 0xc000, 0x0001, (short) 0x8000, 0x7c00, 0x3555};
        for (int i = 0; i < bits.length; i++) {
            int at = file.length - 2 * (bits.length - i);
            file[at] = (byte) bits[i];
            file[at + 1] = (byte) (bits[i] >> 8);
        }
        Path written = Files.write(folder.resolve("bits.npy"), file);
        try (Arena arena = Arena.ofConfined()) {
            assertArrayEquals(new double[]{65_504, -2, 0x1p-24, -0.0, Double.POSITIVE_INFINITY, 1365 * 0x1p-12},
                    NpyArray.open(written, arena).toDoubles());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fortran", "fortran-big"})
    void fortranOrderIsDeliveredInCOrder(String name) throws IOException {
        double[] counting = IntStream.range(0, 24).asDoubleStream().toArray();
        try (Arena arena = Arena.ofConfined()) {
            NpyArray array = NpyArray.open(numpy(name), arena);
            assertEquals(Shape.of(2, 3, 4), array.shape());
            assertTrue(array.inPlace().isEmpty());
            assertArrayEquals(counting, array.toDoubles());
            assertArrayEquals(Arrays.copyOfRange(counting, 7, 20), floats(array, 7, 13));
        }
    }

    @Test
    void rawElementsComeInThisMachinesOrder() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            NpyArray array = NpyArray.open(numpy("fortran-big"), arena);
            short[] raw = new short[9];
            array.read(10, 9, MemorySegment.ofArray(raw));
            assertArrayEquals(new short[]{10, 11, 12, 13, 14, 15, 16, 17, 18}, raw);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"version2", "version3"})
    void laterVersions(String name) throws IOException {
        assertArrayEquals(new double[]{0, 1, 2, 3, 4, 5}, read(name));
    }

    @Test
    void aSingleNumberAndNoneAtAll() throws IOException {
        assertArrayEquals(new double[]{2.5}, read("number"));
        assertArrayEquals(new double[0], read("empty"));
    }

    @Test
    void plainFilesAreReadWhereTheyLie() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = NpyArray.open(numpy("f8-little"), arena).inPlace().orElseThrow();
            assertTrue(data.isMapped());
            assertEquals(-30, data.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, 1));
            assertThrows(IllegalArgumentException.class, () -> data.fill((byte) 0), "it is the user's file");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"object | never loaded", "records | array['name']", "complex | '<c16'",
        "text | '<U2'", "dates | '<M8[D]'"})
    void whatIsNotPlainNumbersIsRefused(String name, String word) throws IOException {
        assertRefused(numpy(name), word);
    }

    @Test
    void othersAreRefused() throws IOException {
        assertRefused(folder, "is not a file");
        assertRefused(folder.resolve("none.npy"), "does not exist");
        assertRefused(written("PK\u0003\u0004 and more"), "zip archive");
        assertRefused(written("1,2,3\n4,5,6\n"), "not a .npy file");
        assertRefused(written("\u0093NUM"), "ends within its header");
        assertRefused(written("\u0093NUMPY\u0004\u0000"), "version 4.0");
        assertRefused(written("\u0093NUMPY\u0002\u0000\u0000\u0000\u0000\u0080"), "2147483648 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{'descr': '<f8', 'fortran_order': False}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (3)}", "{'descr': '<f8', 'fortran_order': 0, 'shape': (3,)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-3,)}",
        "{'descr': '<f8', 'fortran_order': False 'shape': ()}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (), 'more': 1}",
        "{'descr': '<f8', 'descr': '<f4', 'fortran_order': False, 'shape': ()}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': ()} + x",
        "{'descr': f8, 'fortran_order': False, 'shape': ()}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999, 9999999999)}"})
    void anythingButTheThreeEntriesIsDamage(String text) throws IOException {
        assertRefused(written(headed(text)), "damaged header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'descr':'<f8','fortran_order':False,'shape':()}",
        "{\"shape\": ( ), 'descr': \"<f8\", 'fortran_order': True , } \n"})
    void spacesQuotesAndOrderDoNotMatter(String text) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            assertArrayEquals(new double[]{0},
                    NpyArray.open(written(headed(text) + "\0".repeat(8)), arena).toDoubles());
        }
    }

    @Test
    void longNumbersOfPythonTwo() throws IOException {
        Path file = written(headed("{'descr': '|i1', 'fortran_order': False, 'shape': (2L, 1L), }") + "\1\2");
        try (Arena arena = Arena.ofConfined()) {
            assertEquals(Shape.of(2, 1), NpyArray.open(file, arena).shape());
        }
    }

    @Test
    void aWrongLengthIsToldInBytes() throws IOException {
        byte[] whole = Files.readAllBytes(numpy("f8-little"));
        assertRefused(written(Arrays.copyOf(whole, whole.length - 5)), "43 of the 48 bytes of its array (2, 3) of f8");
        assertRefused(written(Arrays.copyOf(whole, whole.length + 3)), "3 bytes behind its array (2, 3) of f8");
        assertRefused(written(headed("{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904,)}")),
                "cut off");
    }

    @Test
    void damageOfAnyKindIsReadOrRefusedInOneLine() throws IOException {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = Files.readAllBytes(numpy(random.nextBoolean() ? "fortran" : "version2"));
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(140)] ^= (byte) (1 << random.nextInt(8));
            }
            int length = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
            Path file = written(Arrays.copyOf(bytes, length));
            try (Arena arena = Arena.ofConfined()) {
                NpyArray.open(file, arena).toDoubles();
            } catch (IOException refused) {
                assertOneLine(file, refused, "seed " + seed);
            } catch (RuntimeException unforeseen) {
                throw new AssertionError("seed " + seed, unforeseen);
            }
        }
    }

    private static double[] read(String name) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            return NpyArray.open(numpy(name), arena).toDoubles();
        }
    }

    private static double[] floats(NpyArray array, long first, int count) {
        float[] floats = new float[count];
        array.readFloats(first, count, MemorySegment.ofArray(floats));
        return IntStream.range(0, count).mapToDouble(i -> floats[i]).toArray();
    }

    private static void assertRefused(Path file, String word) {
        IOException refused = assertThrows(IOException.class, () -> NpyArray.open(file, Arena.ofAuto()));
        assertOneLine(file, refused, word);
        assertTrue(String.valueOf(refused.getMessage()).contains(word), refused.getMessage());
    }

    private static void assertOneLine(Path file, IOException refused, String about) {
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith(file + " ") && message.lines().count() == 1, about + ": " + message);
    }

    private static String headed(String text) {
        return "\u0093NUMPY\u0001\u0000" + (char) (text.length() & 0xff) + (char) (text.length() >> 8) + text;
    }

    private Path written(String characters) throws IOException {
        return written(characters.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("written.npy"), bytes);
    }

    private static Path numpy(String name) {
        try {
            return Path.of(Objects.requireNonNull(NpyArrayTest.class.getResource("/npy/" + name + ".npy")).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}

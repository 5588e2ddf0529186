package io.github.slitstream.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyWriterTest {
    private static final double[] NUMBERS = {-50, -30, -10, 10, 30, 50};

    @TempDir
    private Path folder;

    @Test
    void writesWhatNumpyWrites() throws IOException {
        Path file = folder.resolve("out.npy");
        try (NpyWriter writer = new NpyWriter(file, ElementType.FLOAT64, Shape.of(2, 3))) {
            writer.write(MemorySegment.ofArray(NUMBERS));
            writer.finish();
        }
        assertArrayEquals(numpy("f8-little"), Files.readAllBytes(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void singleNumbersAndEmptyArraysToo() throws IOException {
        Path number = folder.resolve("number.npy");
        try (NpyWriter writer = new NpyWriter(number, ElementType.FLOAT64, Shape.of())) {
            writer.write(MemorySegment.ofArray(new double[]{2.5}));
            writer.finish();
        }
        assertArrayEquals(numpy("number"), Files.readAllBytes(number));
        Path empty = folder.resolve("empty.npy");
        try (NpyWriter writer = new NpyWriter(empty, ElementType.FLOAT64, Shape.of(0, 3))) {
            writer.finish();
        }
        assertArrayEquals(numpy("empty"), Files.readAllBytes(empty));
    }

    @Test
    void partsMayComeInAnyOrder() throws IOException {
        Path file = folder.resolve("out.npy");
        MemorySegment numbers = MemorySegment.ofArray(NUMBERS);
        try (NpyWriter writer = new NpyWriter(file, ElementType.FLOAT64, Shape.of(2, 3))) {
            writer.writeAt(4, numbers.asSlice(32));
            writer.writeAt(0, numbers.asSlice(0, 16));
            writer.writeAt(2, numbers.asSlice(16, 16));
            writer.finish();
        }
        try (Arena arena = Arena.ofConfined()) {
            assertArrayEquals(NUMBERS, NpyArray.open(file, arena).toDoubles());
        }
    }

    @Test
    void withoutFinishNothingIsLeftAndTheOldFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("out.npy"), "precious");
        try (NpyWriter writer = new NpyWriter(file, ElementType.FLOAT64, Shape.of(2, 3))) {
            writer.write(MemorySegment.ofArray(NUMBERS));
        }
        assertEquals("precious", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void tooFewAndTooManyElementsAreProgrammingErrors() throws IOException {
        try (NpyWriter writer = new NpyWriter(folder.resolve("out.npy"), ElementType.FLOAT64, Shape.of(2, 3))) {
            writer.write(MemorySegment.ofArray(NUMBERS).asSlice(8));
            assertThrows(IllegalStateException.class, writer::finish);
            assertThrows(IndexOutOfBoundsException.class, () -> writer.write(MemorySegment.ofArray(NUMBERS)));
            assertThrows(IndexOutOfBoundsException.class, () -> writer.writeAt(0, MemorySegment.ofArray(new byte[7])));
        }
        assertEquals(List.of(), files());
    }

    @Test
    void anInterruptedWriterSaysSoAndLeavesNothing() throws IOException {
        try (NpyWriter writer = new NpyWriter(folder.resolve("out.npy"), ElementType.FLOAT64, Shape.of(2, 3))) {
            Thread.currentThread().interrupt();
            IOException stopped = assertThrows(InterruptedIOException.class,
                    () -> writer.write(MemorySegment.ofArray(NUMBERS)));
            assertTrue(String.valueOf(stopped.getMessage()).contains("was not written"), stopped.getMessage());
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(List.of(), files());
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = folder.resolve("none").resolve("out.npy");
        IOException refused = assertThrows(IOException.class,
                () -> new NpyWriter(file, ElementType.FLOAT64, Shape.of(1)).close());
        assertTrue(String.valueOf(refused.getMessage()).contains("there is no folder"), refused.getMessage());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static byte[] numpy(String name) throws IOException {
        try (InputStream in = Objects
                .requireNonNull(NpyWriterTest.class.getResourceAsStream("/npy/" + name + ".npy"))) {
            return in.readAllBytes();
        }
    }
}

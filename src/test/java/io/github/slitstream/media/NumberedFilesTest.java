package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"%d.png, 7.png", "%05d.png, 00007.png", "a b/%03d.png, a b/007.png", "a%d_left.png, a7_left.png",
        "%02dx.png, 07x.png", "50%%-%d.png, 50%-7.png", "%%%d.png, %7.png", "%d, 7", "100%%d%d.png, 100%d7.png"})
    void aPlaceInTheNameTakesTheNumber(String address, String file) throws IOException {
        NumberedFiles files = NumberedFiles.parse(address);
        assertEquals(Path.of(file), files == null ? null : files.file(7));
        assertEquals(Path.of(address).toString(), String.valueOf(files));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo %d bar/x.webp", "50%done.png", "%%d.png", "%5d.png", "%s.png", "100%.png", "%x%D.png"})
    void anythingElseIsAName(String address) throws IOException {
        assertNull(NumberedFiles.parse(address));
    }

    @Test
    void twoPlacesAreRefused() {
        IOException refusal = assertThrows(IOException.class, () -> NumberedFiles.parse("%d-%03d.png"));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("%d-%03d.png has two places for a number"));
    }

    @ParameterizedTest
    @CsvSource({"50%done.png, 50%done.png", "50%%done.png, 50%done.png", "foo %d bar/x.png, foo %d bar/x.png",
        "50%%.png, 50%.png"})
    void aNameWithAPercentSignIsWrittenAndReadAgain(String address, String file) throws IOException {
        Files.createDirectory(folder.resolve("foo %d bar"));
        write(folder.resolve(address), 9);
        assertEquals(List.of(9), blues(folder.resolve(file)));
        assertEquals(List.of(9), blues(folder.resolve(address)));
        assertTrue(Files.isRegularFile(folder.resolve(file)));
    }

    @Test
    void aPictureThatFfmpegDecodesMayLieInAFolderWithAPercentSign() throws IOException {
        Path place = Files.createDirectory(folder.resolve("foo %d bar"));
        Path picture = Files.writeString(place.resolve("a%d.ppm"), "P3 1 1 255 10 20 30 ");
        try (FrameSource source = TestFrames.open(picture)) {
            assertEquals(List.of(30, 20, 10, 255), TestFrames.pixel(TestFrames.readAll(source).getFirst(), 0, 0));
        }
    }

    @Test
    void missingNumbersArePassedOverAndNamed() throws IOException {
        for (int number : new int[]{100, 101, 103, 104, 110}) {
            write(folder.resolve(number + ".png"), number);
        }
        Path pattern = folder.resolve("%d.png");
        try (FrameSource source = TestFrames.open(pattern)) {
            assertEquals(5, source.info().frames());
            assertEquals(List.of(pattern + ": missing 102, 105 … 109; the pictures around follow one another"),
                    source.notes());
        }
        assertEquals(List.of(100, 101, 103, 104, 110), blues(pattern));
    }

    @Test
    void whatLiesBehindAnEndlessGapIsSomethingElse() throws IOException {
        for (int number : new int[]{1, 2, 1003, 20_260_101, 20_260_102}) {
            write(folder.resolve(number + ".png"), number % 100);
        }
        Path pattern = folder.resolve("%d.png");
        try (FrameSource source = TestFrames.open(pattern)) {
            assertEquals(3, source.info().frames());
            assertEquals(List.of(pattern + ": missing 3 … 1002; the pictures around follow one another", pattern
                    + ": 2 of the files are left out, because more than 1000 numbers are missing before them;"
                    + " give them a name of their own"), source.notes());
        }
    }

    @Test
    void withoutGapsThereIsNothingToSay() throws IOException {
        for (int number = 8; number < 12; number++) {
            write(folder.resolve(number + ".png"), number);
        }
        try (FrameSource source = TestFrames.open(folder.resolve("%d.png"))) {
            assertEquals(List.of(), source.notes());
            assertEquals(4, source.files().size());
        }
    }

    private static List<Integer> blues(Path path) throws IOException {
        try (FrameSource source = TestFrames.open(path)) {
            return TestFrames.readAll(source).stream().map(frame -> TestFrames.pixel(frame, 0, 0).getFirst()).toList();
        }
    }

    private static void write(Path path, int blue) throws IOException {
        var frame = TestFrames.blank(new FrameSize(2, 2));
        TestFrames.set(frame, 0, 0, blue, 0, 0, 255);
        TestFrames.write(path, List.of(frame), 30);
    }
}

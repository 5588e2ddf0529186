package io.github.slitstream.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskRoomTest {
    private static final long MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    /** Sizes in megabytes; of 20 one is left for others, of a large disk 200. */
    @ParameterizedTest
    @CsvSource({"20, 11, 4, false, 10", "20, 11, 4, true, 3", "100000, 1200, 0, false, 1000",
        "100000, 1200, 100, true, 450"})
    void someOfTheDiskIsLeftAndWhatIsCopiedNeedsItsRoomTwice(long total, long free, int written, boolean isCopied,
            long room) throws IOException {
        DiskRoom watched = new DiskRoom(file(written), isCopied, disk(total, free));
        assertEquals(written * MEGABYTE, watched.bytes());
        assertEquals(room * MEGABYTE, watched.room());
    }

    @ParameterizedTest
    @CsvSource({"1, 0, false", "5, 4, true"})
    void aFullDiskIsSaid(long free, int written, boolean isCopied) throws IOException {
        Path file = file(written);
        IOException full = assertThrows(IOException.class, () -> new DiskRoom(file, isCopied, disk(20, free)));
        assertEquals("the disk of " + file + " is full but for " + free
                + ".0 MB, which are left " + (isCopied ? "to complete it and " : "")
                + "for others; make room there", full.getMessage());
    }

    /** What encoders hold back lies on no disk yet, and comes when the recording is ended. */
    @ParameterizedTest
    @CsvSource({"11, 4, 6, false, 8", "11, 4, 6, true, 1", "11, 4, 2, true, 3"})
    void whatIsStillToBeWrittenHasItsRoom(long free, int written, long expected, boolean isCopied, long room)
            throws IOException {
        DiskRoom watched = new DiskRoom(file(written), isCopied, disk(20, free));
        watched.check(expected * MEGABYTE);
        assertEquals(Math.max(written, expected) * MEGABYTE, watched.bytes());
        assertEquals(room * MEGABYTE, watched.room());
    }

    /** A render may write what is left of a small disk within the half second between two looks. */
    @Test
    void aDiskWithLittleRoomIsLookedAtEveryTime() throws IOException {
        AtomicLong free = new AtomicLong(10 * MEGABYTE);
        DiskRoom watched = new DiskRoom(file(0), false, disk(20 * MEGABYTE, free::get));
        watched.check(0);
        free.set(MEGABYTE);
        assertThrows(IOException.class, () -> watched.check(0));
    }

    @Test
    void aFileThatIsGoneIsSaid() {
        Path gone = folder.resolve("gone.mp4");
        IOException deleted = assertThrows(IOException.class, () -> new DiskRoom(gone, false, disk(20, 10)));
        assertEquals(gone + " was deleted while it was written; do so when it is finished", deleted.getMessage());
    }

    private Path file(int megabytes) throws IOException {
        return Files.write(folder.resolve("film.mp4"), new byte[megabytes * (int) MEGABYTE]);
    }

    private static DiskRoom.Usage disk(long total, long free) {
        return disk(total * MEGABYTE, () -> free * MEGABYTE);
    }

    private static DiskRoom.Usage disk(long totalBytes, LongSupplier freeBytes) {
        return new DiskRoom.Usage() {
            @Override
            public long total() {
                return totalBytes;
            }

            @Override
            public long free() {
                return freeBytes.getAsLong();
            }
        };
    }
}

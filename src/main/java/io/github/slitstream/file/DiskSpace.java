package io.github.slitstream.file;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether a disk has space for files whose size is known before the first byte is written. */
public final class DiskSpace {
    private DiskSpace() {}

    /**
     * A file to be written.
     *
     * @param bytes it will have
     */
    public record Need(Path target, long bytes) {}

    /**
     * @param needs files that will lie beside each other for a while
     * @throws IOException if nothing can be written there, or a disk does not have what all that go there need; the
     *     message says how much that is
     */
    public static void check(List<Need> needs) throws IOException {
        for (Need need : needs) {
            PartialFile.checkPlace(need.target());
        }
        for (Need need : needs) {
            FileStore disk = disk(need);
            double needed = 0;
            for (Need other : needs) {
                needed += disk(other).equals(disk) ? (double) other.bytes() : 0;
            }
            double free = (double) disk.getUsableSpace();
            if (needed > free) {
                throw new IOException(need.target() + " needs " + size(needed) + ", but only " + size(free)
                        + " are free there; make room, choose another disk or ask for less");
            }
        }
    }

    private static FileStore disk(Need need) throws IOException {
        Path folder = need.target().toAbsolutePath().getParent();
        return Files.getFileStore(folder == null ? need.target() : folder);
    }

    private static String size(double bytes) {
        return String.format(Locale.ROOT, "%,.3f GB", bytes / 1e9);
    }
}

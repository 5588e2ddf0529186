package io.github.slitstream.file;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Watches the disk under a file that grows, so that writing ends before the disk is full: some of it stays free for
 * everybody else. The writer's thread checks, any thread reads.
 */
public final class DiskRoom {
    private static final long CHECK_NANOS = 500_000_000;
    /** Of the whole disk at most, which matters on small ones. */
    private static final long RESERVED_SHARE = 20;
    private static final long MOST_RESERVED = 200_000_000;
    /** More than is written between two checks by time; with less room, every picture is one. */
    private static final long PLENTY = 2_000_000_000;

    private final Path file;
    private final boolean isCopied;
    private final Usage disk;
    private long nextCheckNanos = System.nanoTime();
    private volatile long bytes;
    private volatile long room = Long.MAX_VALUE;

    /** How full a disk is, in bytes. */
    interface Usage {
        long total() throws IOException;

        long free() throws IOException;
    }

    /**
     * @param file that grows
     * @param isCopied whether in the end it lies beside a copy of itself for a moment
     * @throws IOException if there is too little room from the beginning
     */
    public DiskRoom(Path file, boolean isCopied) throws IOException {
        this(file, isCopied, usage(Files.getFileStore(file)));
    }

    DiskRoom(Path file, boolean isCopied, Usage disk) throws IOException {
        this.file = file;
        this.isCopied = isCopied;
        this.disk = disk;
        check(0);
    }

    /** Of the file, with what is still to be written of it, as of the last check. */
    public long bytes() {
        return bytes;
    }

    /** Bytes that may still be written, as of the last check. */
    public long room() {
        return room;
    }

    /**
     * Looks at the disk: twice a second, or whenever it is called while there is little room. For each picture.
     *
     * @param expected how large the file would be if it ended now: what encoders hold back comes all the same
     * @throws IOException if there is no room any more, or the file is gone; the message names it
     */
    public void check(long expected) throws IOException {
        long now = System.nanoTime();
        if (room > PLENTY && now - nextCheckNanos < 0) {
            return;
        }
        nextCheckNanos = now + CHECK_NANOS;
        if (!Files.exists(file)) {
            throw new IOException(file + " was deleted while it was written; do so when it is finished");
        }
        long present = Files.size(file);
        bytes = Math.max(present, expected);
        long reserved = Math.min(MOST_RESERVED, disk.total() / RESERVED_SHARE);
        long free = disk.free() - reserved - (bytes - present);
        room = Math.max(0, isCopied ? (free - bytes) / 2 : free);
        if (room == 0) {
            throw new IOException(String.format(Locale.ROOT,
                    "the disk of %s is full but for %,.1f MB, which are left %s; make room there", file,
                    disk.free() / 1e6, isCopied ? "to complete it and for others" : "for others"));
        }
    }

    private static Usage usage(FileStore disk) {
        return new Usage() {
            @Override
            public long total() throws IOException {
                return disk.getTotalSpace();
            }

            @Override
            public long free() throws IOException {
                return disk.getUsableSpace();
            }
        };
    }
}

package io.github.slitstream.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An output that is still being written: a hidden file beside its place, with the same ending, that takes its place in
 * one step. Until then whatever was there before stays.
 */
public final class PartialFile implements OutputPlace {
    private static final int LONGEST_ENDING = 16;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path target;
    private final Path path;

    /** @throws IOException if nothing can be written there; the message says why */
    public PartialFile(Path target) throws IOException {
        checkPlace(target);
        this.target = target;
        this.path = target
                .resolveSibling("." + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + ending(target));
    }

    /** The rest of the name is left out: it may be as long as a name can be. */
    private static String ending(Path target) {
        String name = String.valueOf(target.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.length() - dot > LONGEST_ENDING ? "" : name.substring(dot);
    }

    @Override
    public Path path() {
        return path;
    }

    /** Instead of a file that may be there. */
    @Override
    public Path moveIntoPlace() throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    /**
     * Writes a whole text in UTF-8, or nothing.
     *
     * @throws IOException if it cannot be written; what was there stays as it was
     */
    public static void write(Path target, String text) throws IOException {
        try (PartialFile partial = new PartialFile(target)) {
            Files.writeString(partial.path, text);
            partial.moveIntoPlace();
        }
    }

    /** Removes what was not moved into its place. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stuck) { // the output itself is not touched by this
            path.toFile().deleteOnExit();
        }
    }

    /** @throws IOException if nothing can be written there; the message says why */
    public static void checkPlace(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target) || folder == null) {
            throw new IOException(target + " is a folder; name a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(target + " cannot be written: there is no folder " + folder + "; make it first");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException(
                    target + " cannot be written: folder " + folder + " may not be written to; choose another");
        }
        checkName(target);
    }

    private static void checkName(Path target) throws IOException {
        try {
            Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException free) {
            // as it should be
        } catch (FileSystemException refused) {
            throw new IOException(target + " cannot be written: " + refused.getReason() + "; choose another name",
                    refused);
        }
    }
}

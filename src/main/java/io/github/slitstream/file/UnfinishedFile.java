package io.github.slitstream.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An output that is of use before it is complete: it stays, whatever ends the program, under a visible name beside its
 * place that says so ({@code film.unfinished.mp4}). Neither it nor the complete file replaces another: where the name
 * is taken, a number is added. While a program writes it, it is locked, so that no other takes it for one that was
 * left.
 */
public final class UnfinishedFile implements OutputPlace {
    private static final String MARK = ".unfinished";
    /** Far behind any file's end: systems whose locks keep others from writing must not keep the encoder from it. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    /** The files of this program: to open one of them again would end its lock on some systems. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path target;
    private final FileChannel channel;
    private @Nullable FileLock held;
    private boolean isEmpty;

    private UnfinishedFile(Path path, Path target) throws IOException {
        this.path = path.toAbsolutePath();
        this.target = target;
        if (!OURS.add(this.path)) {
            throw inUse(path);
        }
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException refused) {
            OURS.remove(this.path);
            throw refused;
        }
    }

    /**
     * An empty one.
     *
     * @param target the place it is for, or one with a number added where that is taken
     * @throws IOException if nothing can be written there; the message says why
     */
    public static UnfinishedFile create(Path target) throws IOException {
        PartialFile.checkPlace(target);
        Path path = FreeName.first(target, place -> !Files.exists(place) && isCreated(unfinished(place)));
        return locked(unfinished(path), path);
    }

    /**
     * One that was left.
     *
     * @throws IOException if it has not such a name, is not there, or is being written
     */
    public static UnfinishedFile adopt(Path path) throws IOException {
        if (!isUnfinished(path)) {
            throw new IOException(path + " is no unfinished recording, whose names have " + MARK
                    + " before their ending; it stays as it is");
        }
        String name = name(path);
        int mark = name.lastIndexOf(MARK);
        return locked(path, path.resolveSibling(name.substring(0, mark) + name.substring(mark + MARK.length())));
    }

    /**
     * Those in a folder, and in the folders in it, that nobody is writing, in the order of their names; none where
     * there is no such folder. Of folders that may not be read nobody knows.
     */
    public static List<Path> left(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> left = new ArrayList<>(leftIn(folder));
        for (Path inner : listed(folder, each -> Files.isDirectory(each) && Files.isReadable(each))) {
            left.addAll(leftIn(inner));
        }
        return left.stream().sorted().toList();
    }

    private static List<Path> leftIn(Path folder) throws IOException {
        return listed(folder, each -> isUnfinished(each) && isLeft(each));
    }

    private static List<Path> listed(Path folder, DirectoryStream.Filter<Path> filter) throws IOException {
        List<Path> listed = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, filter)) {
            files.forEach(listed::add);
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return listed;
    }

    /** Whether a file's name says that it is unfinished. */
    public static boolean isUnfinished(Path file) {
        String name = name(file);
        return name.substring(0, Math.max(0, name.lastIndexOf('.'))).endsWith(MARK);
    }

    @Override
    public Path path() {
        return path;
    }

    /** Of this file, which is complete now. */
    @Override
    public Path moveIntoPlace() throws IOException {
        Path place = moved(path);
        close();
        return place;
    }

    /**
     * Puts another file in the place and deletes this one, of which the other was made.
     *
     * @return the place
     */
    public Path replaceBy(Path complete) throws IOException {
        Path place = moved(complete);
        Files.deleteIfExists(path);
        close();
        return place;
    }

    /** The place for a file that is made of this one. */
    public Path target() {
        return target;
    }

    /** On some systems the lock ends whenever this program closes the file that it read or wrote. */
    public void lock() throws IOException {
        if (held != null) {
            held.release();
        }
        held = channel.tryLock(LOCKED_BYTE, 1, false);
        if (held == null) {
            throw inUse(path);
        }
    }

    /** Puts back what somebody deleted, or moved away with its folder, while it was written. */
    public void restore() throws IOException {
        if (Files.exists(path)) {
            return;
        }
        Files.createDirectories(path.getParent());
        try (FileChannel again = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = channel.size();
            for (long at = 0; at < size;) {
                at += channel.transferTo(at, size - at, again);
            }
        }
    }

    /** Deletes it when it is closed: there is nothing in it. */
    public void discard() {
        isEmpty = true;
    }

    /** The file stays, unless there is nothing in it. */
    @Override
    public void close() {
        try (channel) {
            if (isEmpty) {
                Files.deleteIfExists(path);
            }
        } catch (IOException stuck) {
            // nothing was written through the channel; a file without a byte does no harm
        }
        OURS.remove(path);
    }

    private Path moved(Path complete) throws IOException {
        try (FileChannel written = FileChannel.open(complete, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Path place = FreeName.first(target, UnfinishedFile::isCreated); // an empty file keeps it for this one
        try {
            Files.move(complete, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(complete, place, StandardCopyOption.REPLACE_EXISTING);
        }
        return place;
    }

    private static UnfinishedFile locked(Path path, Path target) throws IOException {
        UnfinishedFile file = new UnfinishedFile(path, target);
        try {
            file.lock();
            return file;
        } catch (IOException | RuntimeException refused) {
            file.close();
            throw refused;
        }
    }

    private static boolean isLeft(Path path) {
        try (UnfinishedFile _ = adopt(path)) {
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    private static boolean isCreated(Path file) throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private static Path unfinished(Path target) {
        String name = name(target);
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return target.resolveSibling(name.substring(0, dot) + MARK + name.substring(dot));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static IOException inUse(Path path) {
        return new IOException(path + " is being written; wait until that has ended");
    }
}

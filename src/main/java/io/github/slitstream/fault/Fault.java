package io.github.slitstream.fault;

import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Something thrown, in one line for people: the thing and the way out. */
public final class Fault {
    private static final System.Logger LOG = System.getLogger(Fault.class.getName());

    private Fault() {}

    /**
     * Does the work and catches whatever it throws; where it came from is logged at {@link Level#DEBUG}. An interrupt
     * stays with the thread.
     *
     * @return null if the work was done, otherwise the fault in one line
     */
    public static @Nullable String in(Work work) {
        try {
            work.run();
            return null;
        } catch (Throwable thrown) { // nothing that is thrown may end a thread without a word
            return caught(thrown);
        }
    }

    /** As {@link #in}, for what somebody else caught. */
    public static String caught(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String line = line(thrown);
        LOG.log(Level.DEBUG, line, thrown);
        return line;
    }

    /** The fault in one line. */
    public static String line(Throwable thrown) {
        return words(thrown).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String words(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return switch (thrown) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied; choose another place";
            case NoSuchFileException missing -> missing.getFile() + " does not exist; check the path";
            case FileAlreadyExistsException there -> there.getFile() + " is there already; choose another name";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            case IOException known when known.getMessage() != null -> message;
            case BadValue known -> message;
            case InterruptedException stopped -> "stopped before it was done";
            case OutOfMemoryError full -> "out of memory (" + message + "); keep fewer frames or downsample more";
            case LinkageError missing -> "a native library is missing (" + message
                    + "); install it, the README lists what a bare system lacks";
            default -> "this should not have happened: " + thrown
                    + "; run it again with --verbose and report what it prints";
        };
    }
}

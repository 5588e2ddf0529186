package io.github.slitstream.start;

import io.github.slitstream.fault.Threads;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the next start finds an archive of classes, without delaying this one: a while after the start, or
 * when it is closed before, another process is started for it where none is good. What goes wrong with that costs
 * nothing but time at the next start, and is only logged.
 */
public final class ArchiveRenewal implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ArchiveRenewal.class.getName());
    /** Until then the window is open and vector kernels are compiled. */
    private static final int DELAY_SECONDS = 8;
    private static final List<Path> NICE = List.of(Path.of("/usr/bin/nice"), Path.of("/bin/nice"));

    private final ClassArchive archive;
    private final Class<?> mainClass;
    private final String command;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private ArchiveRenewal(ClassArchive archive, Class<?> mainClass, String command) {
        this.archive = archive;
        this.mainClass = mainClass;
        this.command = command;
        thread = Threads.daemon("class-archive", this::renew, line -> LOG.log(Level.DEBUG, line), () -> {});
        thread.start();
    }

    /**
     * Begins to wait; does nothing where the start script named no archive.
     *
     * @param mainClass of this program
     * @param command of it that plays for a moment and then calls {@link ClassArchive#write}
     */
    public static @Nullable ArchiveRenewal begin(Class<?> mainClass, String command) {
        return ClassArchive.ofThisStart().map(archive -> new ArchiveRenewal(archive, mainClass, command)).orElse(null);
    }

    /** As {@link #begin}, without waiting. */
    public static void now(Class<?> mainClass, String command) {
        ArchiveRenewal renewal = begin(mainClass, command);
        if (renewal != null) {
            renewal.close();
        }
    }

    /** Waits until the other process, if there has to be one, is started. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() throws IOException, InterruptedException {
        closing.await(DELAY_SECONDS, TimeUnit.SECONDS);
        if (archive.isWanted()) {
            new ProcessBuilder(commandLine(OwnCommandLine.upTo(mainClass), command))
                    .redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        }
    }

    /** @param words that start this program, up to the name of the main class */
    static List<String> commandLine(List<String> words, String command) {
        List<String> line = new ArrayList<>();
        Optional<Path> nice = NICE.stream().filter(Files::isExecutable).findFirst();
        nice.ifPresent(program -> line.addAll(List.of(program.toString(), "-n", "19")));
        line.add(words.getFirst());
        line.add(ClassArchive.RECORDING);
        Stream<String> others = words.stream().skip(1).filter(word -> !word.startsWith("-XX:SharedArchiveFile="));
        others.forEach(line::add);
        line.add(command);
        return line;
    }
}

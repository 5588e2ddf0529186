package io.github.slitstream.fault;

import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes every thread of the program, each with the same root. */
public final class Threads {
    private static final System.Logger LOG = System.getLogger(Threads.class.getName());

    private Threads() {}

    /**
     * A thread that does not keep the program alive, not started yet.
     *
     * @param failed hears in one line, on that thread, what the work threw
     * @param end gives back what the thread owns, whatever happened before
     */
    public static Thread daemon(String name, Work work, Consumer<String> failed, Runnable end) {
        return Thread.ofPlatform().daemon().name(name).unstarted(() -> run(name, work, failed, end));
    }

    /** As {@link #daemon}, but the program does not end before the thread does. */
    public static Thread lasting(String name, Work work, Consumer<String> failed, Runnable end) {
        return Thread.ofPlatform().name(name).unstarted(() -> run(name, work, failed, end));
    }

    /**
     * One thread that does tasks in the order in which they come, made when there is a first. A task that throws costs
     * itself, not those behind it.
     *
     * @param daemon whether the program may end before the tasks are done
     * @param failed hears in one line, on that thread, what a task threw
     */
    public static ExecutorService queue(String name, boolean daemon, Consumer<String> failed) {
        ThreadFactory threads = Thread.ofPlatform().name(name).daemon(daemon).factory();
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads) {
            @Override
            public void execute(Runnable task) {
                super.execute(() -> say(name, Fault.in(task::run), failed));
            }
        };
    }

    /** A listener for work of which no person waits to hear: a line in the log, at a level that is shown. */
    public static void log(String line) {
        LOG.log(Level.WARNING, line);
    }

    private static void run(String name, Work work, Consumer<String> failed, Runnable end) {
        say(name, Fault.in(work), failed);
        say(name, Fault.in(end::run), failed);
    }

    private static void say(String name, @Nullable String fault, Consumer<String> failed) {
        if (fault == null) {
            return;
        }
        String unheard = Fault.in(() -> failed.accept(fault));
        if (unheard != null) {
            log(name + ": " + fault);
        }
    }
}

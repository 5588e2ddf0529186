package io.github.slitstream.cli;

import io.github.slitstream.fault.Threads;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Closes the window when the program is asked from outside to end, as by Ctrl+C, {@code kill} or the end of a session,
 * so that recordings are completed first. Java's own answer runs all shutdown hooks at once, and that of JavaFX stops
 * its renderer, to which a window that is open goes on handing pictures. Asked a second time, Java answers itself.
 *
 * <p>
 * Java has no other way to hear of signals than {@code sun.misc.Signal}, which it documents and keeps, but whose mere
 * name in a source is a warning: so it is called by reflection.
 */
final class ClosingSignals implements AutoCloseable {
    /** Windows knows the first two. */
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");
    /** What shells add to the number of a signal. */
    private static final int SIGNALLED = 128;

    private final Runnable closeWindow;
    /** Signals, and what was done about them. */
    private final Map<Object, Object> before = new LinkedHashMap<>();
    private volatile int exitCode;

    /** @param closeWindow called on any thread, once; throws an {@link IllegalStateException} if there is none yet */
    ClosingSignals(Runnable closeWindow) {
        this.closeWindow = closeWindow;
        take();
    }

    private synchronized void take() {
        try {
            Object answer = MethodHandleProxies.asInterfaceInstance(Class.forName("sun.misc.SignalHandler"),
                    MethodHandles.lookup().bind(this, "received", MethodType.methodType(void.class, Object.class)));
            for (String name : NAMES) {
                take(name, answer);
            }
        } catch (ReflectiveOperationException without) { // a Java that leaves out jdk.unsupported
            Threads.log("a recording is not completed when the program is killed: " + without);
        }
    }

    private void take(String name, Object answer) throws ReflectiveOperationException {
        try {
            Object signal = Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
            before.put(signal, handle(signal, answer));
        } catch (InvocationTargetException notOurs) { // the system knows none such, or Java was told to leave it alone
            return;
        }
    }

    /** @return what was done about the signal until now */
    private static Object handle(Object signal, Object answer) throws ReflectiveOperationException {
        return signal.getClass().getMethod("handle", signal.getClass(), Class.forName("sun.misc.SignalHandler"))
                .invoke(null, signal, answer);
    }

    /** Called by its name, on a thread of Java's. */
    void received(Object signal) throws ReflectiveOperationException {
        exitCode = SIGNALLED + (int) signal.getClass().getMethod("getNumber").invoke(signal);
        close();
        try {
            closeWindow.run();
        } catch (IllegalStateException notOpenYet) {
            System.exit(exitCode);
        }
    }

    /** 0 unless a signal ended the window. */
    int exitCode() {
        return exitCode;
    }

    @Override
    public synchronized void close() {
        try {
            for (Map.Entry<Object, Object> each : before.entrySet()) {
                handle(each.getKey(), each.getValue());
            }
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("signals were heard of, but cannot be given back", impossible);
        }
        before.clear();
    }
}

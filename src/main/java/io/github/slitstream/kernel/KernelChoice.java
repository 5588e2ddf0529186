package io.github.slitstream.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;

/** Picks the kernels once, when they are first asked for, and logs which and why. */
final class KernelChoice {
    private static final String PROPERTY = "slitstream.kernels";
    private static final String VECTOR_KERNELS = "io.github.slitstream.kernel.vector.VectorKernels";
    private static final Logger LOG = System.getLogger(KernelChoice.class.getName());

    static final Kernels CHOSEN = choose(System.getProperty(PROPERTY, ""));

    private KernelChoice() {}

    private static Kernels choose(String asked) {
        return switch (asked) {
            case "scalar" -> chosen(new ScalarKernels(), "-D" + PROPERTY + "=scalar");
            case "vector" -> chosen(vector(), "-D" + PROPERTY + "=vector");
            case "" -> automatic();
            default -> throw new IllegalArgumentException(
                    "-D" + PROPERTY + "=" + asked + ": it takes scalar or vector");
        };
    }

    private static Kernels automatic() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return chosen(new ScalarKernels(),
                    "the Vector API is not there; start Java with --add-modules jdk.incubator.vector");
        }
        return chosen(vector(), "the Vector API is there");
    }

    private static Kernels chosen(Kernels kernels, String reason) {
        LOG.log(Level.DEBUG, "kernels: {0} ({1})", kernels.description(), reason);
        return kernels;
    }

    /** By name, so that nothing of the Vector API is loaded where its module is missing. */
    private static Kernels vector() {
        try {
            return Class.forName(VECTOR_KERNELS).asSubclass(Kernels.class).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("vector kernels do not start on this machine", e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException(
                    "vector kernels were asked for, but Java runs without --add-modules jdk.incubator.vector", e);
        }
    }
}

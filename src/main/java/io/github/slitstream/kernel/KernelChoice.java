package io.github.slitstream.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;

/**
 * Whether kernels are plain or wide, the same for every kind of them: wide where the incubator module is there, plain
 * otherwise, or what {@code -Dslitstream.kernels=scalar|vector} asks for. Logs once which and why.
 */
public final class KernelChoice {
    private static final String PROPERTY = "slitstream.kernels";
    private static final String VECTOR_PACKAGE = "io.github.slitstream.kernel.vector.";
    private static final Logger LOG = System.getLogger(KernelChoice.class.getName());
    private static final boolean WIDE = isWide(System.getProperty(PROPERTY, ""));

    static final Kernels CHOSEN = of(Kernels.class, ScalarKernels::new, "VectorKernels");

    private KernelChoice() {}

    /**
     * A kind of kernels as they were chosen.
     *
     * @param wide name of the class in {@code kernel.vector}; nothing of the Vector API is loaded where its module is
     *     missing
     */
    public static <K> K of(Class<K> kind, Supplier<K> plain, String wide) {
        return WIDE ? made(kind, wide, KernelChoice.class.getClassLoader()) : plain.get();
    }

    /** As {@link Kernels#fresh}. */
    static Kernels fresh() {
        return WIDE ? made(Kernels.class, "VectorKernels", new FreshClasses(VECTOR_PACKAGE)) : new ScalarKernels();
    }

    private static boolean isWide(String asked) {
        return switch (asked) {
            case "scalar" -> chosen(false, "-D" + PROPERTY + "=scalar");
            case "vector" -> chosen(true, "-D" + PROPERTY + "=vector");
            case "" -> automatic();
            default -> throw new IllegalArgumentException(
                    "-D" + PROPERTY + "=" + asked + ": it takes scalar or vector");
        };
    }

    private static boolean automatic() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            LOG.log(Level.WARNING,
                    "the Vector API is not there and scalar kernels are slower; start Java with --add-modules"
                            + " jdk.incubator.vector, or with -D" + PROPERTY + "=scalar if that is meant");
            return false;
        }
        return chosen(true, "the Vector API is there");
    }

    private static boolean chosen(boolean wide, String reason) {
        LOG.log(Level.DEBUG, "kernels: {0} ({1})", wide ? "vector" : "scalar", reason);
        return wide;
    }

    private static <K> K made(Class<K> kind, String name, ClassLoader loader) {
        try {
            return Class.forName(VECTOR_PACKAGE + name, true, loader).asSubclass(kind).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("vector kernels do not start on this machine", e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException(
                    "vector kernels were asked for, but Java runs without --add-modules jdk.incubator.vector", e);
        }
    }
}

package io.github.slitstream.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;

/**
 * Whether kernels are scalar ones or those for vector registers, the same for every kind of them: vector ones where the
 * incubator module is there, scalar ones otherwise, or what {@code -Dslitstream.kernels=scalar|vector} asks for. Logs
 * once which and why.
 */
public final class KernelChoice {
    private static final String PROPERTY = "slitstream.kernels";
    private static final String VECTOR_PACKAGE = "io.github.slitstream.kernel.vector.";
    private static final Logger LOG = System.getLogger(KernelChoice.class.getName());
    private static final boolean VECTOR = isVector(System.getProperty(PROPERTY, ""));

    static final Kernels CHOSEN = of(Kernels.class, ScalarKernels::new, "VectorKernels");

    private KernelChoice() {}

    /**
     * A kind of kernels as they were chosen.
     *
     * @param vector name of the class in {@code kernel.vector}; nothing of the Vector API is loaded where its module is
     *     missing
     */
    public static <K> K of(Class<K> kind, Supplier<K> scalar, String vector) {
        return VECTOR ? made(kind, vector, KernelChoice.class.getClassLoader()) : scalar.get();
    }

    /** As {@link Kernels#fresh}. */
    static Kernels fresh() {
        return VECTOR ? made(Kernels.class, "VectorKernels", new FreshClasses(VECTOR_PACKAGE)) : new ScalarKernels();
    }

    private static boolean isVector(String asked) {
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

    private static boolean chosen(boolean vector, String reason) {
        LOG.log(Level.DEBUG, "kernels: {0} ({1})", vector ? "vector" : "scalar", reason);
        return vector;
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

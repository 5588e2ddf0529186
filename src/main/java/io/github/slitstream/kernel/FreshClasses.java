package io.github.slitstream.kernel;

import java.io.IOException;
import java.io.InputStream;

/**
 * Loads the classes of one package anew: Java knows nothing of how they ran before, and compiles them from the start.
 * All other classes are those of the program.
 */
final class FreshClasses extends ClassLoader {
    private final String prefix;

    /** @param packageName with a dot behind it */
    FreshClasses(String packageName) {
        super("fresh-kernels", FreshClasses.class.getClassLoader());
        this.prefix = packageName;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(prefix)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}

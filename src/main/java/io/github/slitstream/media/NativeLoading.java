package io.github.slitstream.media;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/**
 * Loads native libraries on one thread at a time. JavaCPP loads each under a lock of its own, and what it loads waits
 * until classes are initialised, which load in turn: two threads that began with two of its classes would wait for each
 * other for ever. So whoever uses a library has it loaded here before; with it all of its classes are initialised.
 */
final class NativeLoading {
    private NativeLoading() {}

    /** @param libraries JavaCPP's classes of them, each behind those it needs */
    static synchronized void load(Class<?>... libraries) {
        new Pointer().close(); // initialises what all of them stand on
        for (Class<?> library : libraries) {
            Loader.load(library);
        }
    }
}

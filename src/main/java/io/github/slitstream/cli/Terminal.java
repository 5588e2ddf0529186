package io.github.slitstream.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Whether somebody watches. {@link System#console} tells about standard input and output only, so the C library is
 * asked about standard error.
 */
final class Terminal {
    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    @SuppressWarnings("restricted") // isatty is called with the types the C library declares
    static boolean isStandardError() {
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = linker.defaultLookup();
        Optional<MemorySegment> isatty = library.find("isatty").or(() -> library.find("_isatty"));
        if (isatty.isEmpty()) {
            return false;
        }
        try {
            return (int) linker
                    .downcallHandle(isatty.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                    .invokeExact(STANDARD_ERROR) != 0;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}

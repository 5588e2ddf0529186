package io.github.slitstream.media;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/** A library of the system whose functions are called now and then: each call is looked up anew. */
@SuppressWarnings("restricted") // whoever calls gives the types that the library declares
record NativeLibrary(SymbolLookup functions) {

    /**
     * @param debianPackage where Debian and Ubuntu have it
     * @throws IOException if it is missing
     */
    static NativeLibrary load(String file, String debianPackage) throws IOException {
        try {
            return new NativeLibrary(SymbolLookup.libraryLookup(file, Arena.global()));
        } catch (IllegalArgumentException missing) {
            throw new IOException(file + " is missing; install it (Debian, Ubuntu: apt install " + debianPackage + ")",
                    missing);
        }
    }

    /** @return what the function returns, null where that is nothing */
    Object call(String function, FunctionDescriptor types, Object... arguments) {
        try {
            return Linker.nativeLinker().downcallHandle(functions.findOrThrow(function), types)
                    .invokeWithArguments(arguments);
        } catch (Throwable impossible) { // C functions throw nothing
            throw new AssertionError(impossible);
        }
    }

    /** @return the address that the function returns */
    MemorySegment address(String function, FunctionDescriptor types, Object... arguments) {
        return (MemorySegment) call(function, types, arguments);
    }
}

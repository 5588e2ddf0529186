package io.github.slitstream.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Zeroed memory straight from the C library. {@link Arena#allocate} writes every byte of a new segment, which takes
 * seconds for a ring of gigabytes; {@code calloc} leaves fresh pages to the operating system until they are used.
 */
@SuppressWarnings("restricted") // calloc and free are called with the types the C library declares
final class OffHeap {
    /** A cache line: rows that start on one are read and written fastest. */
    static final long ALIGNMENT = 64;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle CALLOC = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("calloc"),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("free"),
            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    private OffHeap() {}

    /**
     * Zeroed, cache-line aligned memory that lives as long as the arena.
     *
     * @throws OutOfMemoryError if the system refuses
     */
    static MemorySegment allocate(long bytes, Arena arena) {
        MemorySegment block = calloc(bytes + ALIGNMENT);
        if (block.equals(MemorySegment.NULL)) {
            throw new OutOfMemoryError("the system has no " + bytes + " bytes for pictures");
        }
        long misaligned = block.address() % ALIGNMENT;
        long padding = misaligned == 0 ? 0 : ALIGNMENT - misaligned;
        return block.reinterpret(bytes + ALIGNMENT, arena, OffHeap::free).asSlice(padding, bytes);
    }

    private static MemorySegment calloc(long bytes) {
        try {
            return (MemorySegment) CALLOC.invokeExact(1L, bytes);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void free(MemorySegment block) {
        try {
            FREE.invokeExact(block);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}

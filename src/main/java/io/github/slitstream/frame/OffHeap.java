package io.github.slitstream.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Zeroed memory straight from the C library. {@link Arena#allocate} writes every byte of a new segment, which takes
 * seconds for a ring of gigabytes; {@code calloc} leaves fresh pages to the operating system until they are used.
 *
 * <p>
 * What is larger than a huge page lies on huge pages where the system gives them: a picture that is made from a hundred
 * frames at once touches more small pages than a processor can remember the addresses of.
 */
@SuppressWarnings("restricted") // the C library's functions are called with the types it declares
public final class OffHeap {
    /** A cache line: rows that start on one are read and written fastest. */
    static final long ALIGNMENT = 64;

    private static final long HUGE_PAGE = 2L << 20;
    /** The advice of Linux' {@code madvise} to use huge pages. */
    private static final int MADV_HUGEPAGE = 14;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle CALLOC = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("calloc"),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("free"),
            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    private static final Optional<MethodHandle> MADVISE = System.getProperty("os.name").equals("Linux")
            ? LINKER.defaultLookup().find("madvise")
                    .map(address -> LINKER.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT)))
            : Optional.empty();

    private static final AtomicLong IN_USE = new AtomicLong();

    private OffHeap() {}

    /** Bytes that were allocated and not yet given back, in the whole program. */
    public static long bytesInUse() {
        return IN_USE.get();
    }

    /**
     * Zeroed, cache-line aligned memory that lives as long as the arena.
     *
     * @throws OutOfMemoryError if the system refuses
     */
    public static MemorySegment allocate(long bytes, Arena arena) {
        long alignment = bytes < HUGE_PAGE ? ALIGNMENT : HUGE_PAGE;
        MemorySegment block = calloc(bytes + alignment);
        if (block.equals(MemorySegment.NULL)) {
            throw new OutOfMemoryError("the system has no " + bytes + " bytes for pictures");
        }
        long padding = -block.address() & alignment - 1;
        IN_USE.addAndGet(bytes);
        MemorySegment aligned = block.reinterpret(bytes + alignment, arena, freed -> {
            free(freed);
            IN_USE.addAndGet(-bytes);
        }).asSlice(padding, bytes);
        if (alignment == HUGE_PAGE) {
            adviseHugePages(aligned);
        }
        return aligned;
    }

    /** Only advice: a system that does not follow it is slower, but right. */
    private static void adviseHugePages(MemorySegment aligned) {
        if (MADVISE.isEmpty()) {
            return;
        }
        try {
            int ignored = (int) MADVISE.get().invokeExact(aligned, aligned.byteSize(), MADV_HUGEPAGE);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
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

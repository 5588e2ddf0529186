package io.github.slitstream.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** What the C library has handed out and not got back, as it counts it itself (glibc 2.33 and later). */
@SuppressWarnings("restricted") // the C library's function is called with the type it declares
final class NativeHeap {
    /**
     * {@code struct mallinfo2}: ten numbers, the fifth of them bytes of large blocks, the eighth those of small ones.
     */
    private static final StructLayout COUNTS = MemoryLayout
            .structLayout(MemoryLayout.sequenceLayout(10, ValueLayout.JAVA_LONG));
    private static final int LARGE = 4;
    private static final int SMALL = 7;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Optional<MethodHandle> MALLINFO2 = LINKER.defaultLookup().find("mallinfo2")
            .map(address -> LINKER.downcallHandle(address, FunctionDescriptor.of(COUNTS)));

    private NativeHeap() {}

    static boolean canBeMeasured() {
        return MALLINFO2.isPresent();
    }

    /** Bytes in use now. */
    static long bytes() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment counts = (MemorySegment) MALLINFO2.orElseThrow().invokeExact((SegmentAllocator) arena);
            return counts.getAtIndex(ValueLayout.JAVA_LONG, LARGE) + counts.getAtIndex(ValueLayout.JAVA_LONG, SMALL);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}

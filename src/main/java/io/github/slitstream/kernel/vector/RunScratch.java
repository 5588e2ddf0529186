package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.Delays;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Where a thread puts the older pixels of a run of blocks while it fetches them apart from blending them. */
final class RunScratch {
    /** Blocks of a run at most: few enough that what is fetched with it stays in the nearest cache. */
    static final int BLOCKS = 8;

    private static final ThreadLocal<MemorySegment> OWN = ThreadLocal.withInitial(
            () -> Arena.ofAuto().allocate((long) BLOCKS * Delays.BLOCK * PixelLanes.BYTES, PixelLanes.BLOCK));

    private RunScratch() {}

    /** The same memory at every call; to be kept in reach as long as its address is used. */
    static MemorySegment ofThisThread() {
        return OWN.get();
    }
}

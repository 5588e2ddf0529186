package io.github.slitstream.bench;

import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.frame.OffHeap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The yardstick: a plain copy on the workers, out of memory as large as a work reads into as much as it writes. Each
 * run goes on reading where the last one stopped, as a ring is read, and writes to the same place again.
 */
final class Copy implements Implementation {
    private static final int PIECES = 64;

    private final Workers workers;
    private final MemorySegment source;
    private final MemorySegment target;
    private final Workers.Bands bands = this::copyPieces;
    private long start;

    /** @param bytes to be copied in one run */
    Copy(Workers workers, MemorySegment source, long bytes, Arena arena) {
        this.workers = workers;
        this.source = source;
        this.target = OffHeap.allocate(bytes, arena);
    }

    /** Bytes read and written by one run. */
    long moved() {
        return 2 * target.byteSize();
    }

    @Override
    public long nanos(int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            workers.run(PIECES, bands);
            start = (start + target.byteSize()) % source.byteSize();
        }
        return System.nanoTime() - begun;
    }

    private void copyPieces(int from, int to) {
        long end = target.byteSize() * to / PIECES;
        for (long at = target.byteSize() * from / PIECES; at < end;) {
            long readAt = (start + at) % source.byteSize();
            long length = Math.min(end - at, source.byteSize() - readAt);
            MemorySegment.copy(source, readAt, target, at, length);
            at += length;
        }
    }

    @Override
    public MemorySegment result() {
        return target;
    }
}

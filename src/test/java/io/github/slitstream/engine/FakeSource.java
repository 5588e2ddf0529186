package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A source of numbered pictures: red is the number of the frame. */
final class FakeSource implements FrameSource {
    private static final long INTERVAL_NANOS = 5_000_000;

    private final SourceInfo info;
    private final AtomicBoolean unplugged;
    private final AtomicReference<@Nullable RuntimeException> fault;
    private int next;
    volatile boolean closed;

    FakeSource(SourceInfo info, AtomicBoolean unplugged) {
        this(info, unplugged, new AtomicReference<>());
    }

    /** @param fault what reading throws, if anything */
    FakeSource(SourceInfo info, AtomicBoolean unplugged, AtomicReference<@Nullable RuntimeException> fault) {
        this.fault = fault;
        this.info = info;
        this.unplugged = unplugged;
    }

    static SourceInfo info(String address, FrameSize size, boolean live, long frames) {
        return new SourceInfo(address, address, size, 100, live, frames, "fake");
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public long read(Frame target) throws IOException {
        if (info.live()) {
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
        RuntimeException thrown = fault.get();
        if (thrown != null) {
            throw thrown;
        }
        if (unplugged.get()) {
            throw new IOException(info.name() + " was unplugged");
        }
        if (info.frames() != SourceInfo.UNKNOWN && next >= info.frames()) {
            return END;
        }
        target.pixels().fill((byte) next);
        return info.live() ? System.nanoTime() : next++ * 10_000_000L;
    }

    @Override
    public void rewind() {
        next = 0;
    }

    @Override
    public void close() {
        closed = true;
    }
}

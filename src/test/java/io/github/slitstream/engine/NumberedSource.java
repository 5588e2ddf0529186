package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Fifty pictures of 4×4 pixels, a hundredth of a second apart, each filled with its number. */
final class NumberedSource implements FrameSource {
    static final FrameSize SIZE = new FrameSize(4, 4);
    static final int FRAMES = 50;
    static final long FRAME_NANOS = 10_000_000;

    /** Open once the fourth picture was read. */
    final CountDownLatch fourth = new CountDownLatch(4);
    private final AtomicInteger read = new AtomicInteger();
    private final @Nullable Throwable fault;

    NumberedSource() {
        this(null);
    }

    /** @param fault thrown after ten pictures, if anything is */
    NumberedSource(@Nullable Throwable fault) {
        this.fault = fault;
    }

    int read() {
        return read.get();
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo("numbers", "numbers", SIZE, 1e9 / FRAME_NANOS, false, FRAMES, "");
    }

    @Override
    public long read(Frame target) throws IOException {
        int number = read.get();
        if (number == FRAMES) {
            return END;
        }
        if (number == 10 && fault != null) {
            raise(fault);
        }
        target.pixels().fill((byte) number);
        read.incrementAndGet();
        fourth.countDown();
        return number * FRAME_NANOS;
    }

    @Override
    public void rewind() {
        read.set(0);
    }

    @Override
    public void close() {}

    static void raise(Throwable fault) throws IOException {
        switch (fault) {
            case IOException checked -> throw checked;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new AssertionError(fault);
        }
    }
}

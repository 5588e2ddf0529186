package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Sink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Keeps the first byte of every picture, a hash of all of them, and the time. */
final class NumberSink implements Sink {
    final List<Integer> numbers = new ArrayList<>();
    final List<Integer> hashes = new ArrayList<>();
    final List<Long> times = new ArrayList<>();
    final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch awake;
    private final @Nullable Throwable fault;
    boolean finished;
    boolean closed;

    NumberSink() {
        this(new CountDownLatch(0), null);
    }

    /**
     * @param awake what each picture waits for
     * @param fault thrown at the eleventh picture, if anything is
     */
    NumberSink(CountDownLatch awake, @Nullable Throwable fault) {
        this.awake = awake;
        this.fault = fault;
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        entered.countDown();
        try {
            awake.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("stopped while writing");
        }
        if (numbers.size() == 10 && fault != null) {
            NumberedSource.raise(fault);
        }
        numbers.add((int) picture.pixels().get(ValueLayout.JAVA_BYTE, 0));
        hashes.add(Arrays.hashCode(picture.pixels().toArray(ValueLayout.JAVA_BYTE)));
        times.add(nanos);
    }

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public void close() {
        closed = true;
    }
}

package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import java.io.IOException;
import java.lang.foreign.Arena;

/**
 * Has pictures follow each other at the nominal rate. Where none comes in time the one before is written again; one
 * that comes too soon is left out. A picture may be up to an interval beside its time, so that times which only tremble
 * cost and repeat nothing.
 */
final class ConstantRateSink extends PassingSink {
    private final double interval;
    private final Frame last;
    private long firstNanos;
    /** How many were written. */
    private long count;

    /**
     * @param output becomes this one's
     * @param request what it was opened for
     */
    ConstantRateSink(Sink output, SinkRequest request) {
        super(output);
        this.interval = 1e9 / request.framesPerSecond();
        this.last = Frame.allocate(request.size(), Arena.ofAuto());
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        if (count == 0) {
            firstNanos = nanos;
        }
        double place = place(nanos);
        if (place <= count - 1) {
            return;
        }
        if (place >= count + 1) {
            repeatUntil(Math.round(place));
        }
        last.copyFrom(picture);
        output().write(last, nextNanos());
        count++;
    }

    @Override
    public void standUntil(long nanos) throws IOException {
        if (count > 0) {
            repeatUntil((long) place(nanos));
        }
    }

    private double place(long nanos) {
        return (nanos - firstNanos) / interval;
    }

    private void repeatUntil(long place) throws IOException {
        while (count < place) {
            output().repeat(last, nextNanos());
            count++;
        }
    }

    private long nextNanos() {
        return firstNanos + Math.round(count * interval);
    }
}

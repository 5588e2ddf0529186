package io.github.slitstream.engine.outlet;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SoundLine;
import io.github.slitstream.frame.SoundSplicer;
import java.io.IOException;

/**
 * Keeps the sound of one line at the moments that blocks bear, although the device counts time by a clock of its own,
 * or, where it is live, as near to them as it can be. One thread.
 */
final class SoundPlayback implements AutoCloseable {
    /** So long before its moment sound is given to the line, which holds less. */
    static final long AHEAD_NANOS = 250_000_000L;
    /** A device tells what it holds in steps: only the mean over some blocks says whether its clock drifts. */
    private static final double SMOOTHING = 0.05;
    /** What is off by more at once is no drift. */
    private static final double JUMP_SECONDS = 0.06;

    private final SoundLine line;
    private final SoundFormat format;
    private final SoundSplicer splicer = new SoundSplicer();
    private final HearingDelay delay = new HearingDelay();
    private double late;

    /** @param line of this format; becomes the playback's */
    SoundPlayback(SoundLine line, SoundFormat format) {
        this.line = line;
        this.format = format;
    }

    SoundFormat format() {
        return format;
    }

    /** @param now on the clock of the blocks */
    void play(SoundBlock block, long now, float gain) throws IOException {
        long queued = line.queued();
        long early = block.capturedNanos() + delay.of(block, now) - now;
        double measured = early * (format.rate() / 1e9) - queued;
        if (queued == 0) { // all was heard: what comes now begins anew
            splicer.restart();
        }
        boolean jumped = queued == 0 || Math.abs(measured - late) > format.rate() * JUMP_SECONDS;
        late = jumped ? measured : late + (measured - late) * SMOOTHING;
        splicer.splice(block, Math.round(late), (samples, of) -> line.write(samples, gain));
        if (jumped) {
            late = 0;
        }
    }

    /** What was written and not heard yet is not to be heard. */
    void restart() {
        line.flush();
        splicer.restart();
        delay.restart();
        late = 0;
    }

    @Override
    public void close() {
        line.close();
    }
}

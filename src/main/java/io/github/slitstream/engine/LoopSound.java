package io.github.slitstream.engine;

import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The sound of a loop: its end is cross-faded into what came before the loop begins. One thread. */
final class LoopSound {
    private final Sink output;
    /** What begins before the loop does. */
    private final List<SoundBlock> before = new ArrayList<>();
    /** What was not written yet. */
    private final Deque<SoundBlock> waiting = new ArrayDeque<>();
    private long beginNanos = Long.MAX_VALUE;

    /** @param output stays the caller's */
    LoopSound(Sink output) {
        this.output = output;
    }

    /** The loop begins with the picture of that moment. */
    void beginsAt(long nanos) {
        beginNanos = nanos;
    }

    void add(SoundBlock block) {
        if (block.capturedNanos() < beginNanos) {
            before.add(block);
        }
        waiting.add(block);
    }

    /** Writes what ends by a moment whose picture was written. */
    void writeUntil(long nanos) throws IOException {
        while (!waiting.isEmpty() && waiting.getFirst().endNanos() <= nanos) {
            write(waiting.remove());
        }
    }

    /**
     * Writes the rest.
     *
     * @param fadeNanos when the fade begins
     * @param endNanos when the loop ends, with the fade
     * @param firstNanos when that begins which is faded to
     */
    void finish(long fadeNanos, long endNanos, long firstNanos) throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        SoundFormat format = waiting.getLast().format();
        for (SoundBlock block : waiting) {
            if (block.capturedNanos() < fadeNanos) {
                write(block.until(fadeNanos));
            }
        }
        int moments = (int) format.moments(endNanos - fadeNanos);
        float[] end = stretch(waiting, format, fadeNanos, moments);
        float[] start = stretch(before, format, firstNanos, moments);
        for (int i = 0; i < end.length; i++) {
            int moment = i / format.channels();
            float weight = (moment + 0.5f) / moments;
            end[i] += (start[i] - end[i]) * weight;
        }
        write(new SoundBlock(end, format, fadeNanos));
    }

    private void write(SoundBlock block) throws IOException {
        if (block.endNanos() > beginNanos) {
            output.write(block, block.capturedNanos());
        }
    }

    /** The samples of a time, silence where there are none of that format. */
    private static float[] stretch(Iterable<SoundBlock> blocks, SoundFormat format, long fromNanos, int moments) {
        float[] samples = new float[moments * format.channels()];
        for (SoundBlock block : blocks) {
            int at = (int) format.moments(block.capturedNanos() - fromNanos) * format.channels();
            int first = Math.max(0, -at);
            int last = Math.min(block.samples().length, samples.length - at);
            if (block.format().equals(format) && first < last) {
                System.arraycopy(block.samples(), first, samples, at + first, last - first);
            }
        }
        return samples;
    }
}

package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.kernel.Kernels;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes a loop of what is written: the last pictures are cross-faded into the first, which go out there and not at the
 * beginning, so that the picture behind the last is the one that the loop begins with. Sound likewise. Twice as many
 * pictures as are faded are kept.
 */
final class LoopSink implements Sink {
    private final Sink output;
    private final int fade;
    private final double framesPerSecond;
    private final FrameSize size;
    private final Kernels kernels;
    private final Arena arena = Arena.ofShared();
    private final List<Frame> beginning = new ArrayList<>();
    /** The newest pictures, as many as are faded. */
    private final Deque<Frame> end = new ArrayDeque<>();
    private final LoopSound sound;
    private long lastUntil = FrameSource.END;

    /**
     * @param output for pictures of that size; becomes this one's
     * @param fade how many pictures are faded
     */
    LoopSink(Sink output, FrameSize size, int fade, double framesPerSecond, Kernels kernels) {
        this.output = output;
        this.size = size;
        this.fade = fade;
        this.framesPerSecond = framesPerSecond;
        this.kernels = kernels;
        this.sound = new LoopSound(output);
    }

    @Override
    public List<String> notes() {
        return output.notes();
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        if (beginning.size() < fade) {
            beginning.add(keep(Frame.allocate(size, arena), picture, nanos));
            return;
        }
        if (end.isEmpty()) {
            sound.beginsAt(nanos);
        }
        end.add(keep(end.size() < fade ? Frame.allocate(size, arena) : passOn(), picture, nanos));
    }

    /** Writes the oldest picture of the end and gives back its memory. */
    private Frame passOn() throws IOException {
        Frame oldest = end.remove();
        long nanos = oldest.capturedNanos();
        output.write(oldest, nanos);
        sound.writeUntil(nanos);
        return oldest;
    }

    private static Frame keep(Frame copy, Frame picture, long nanos) {
        copy.copyFrom(picture);
        copy.stamp(nanos);
        return copy;
    }

    @Override
    public boolean hasSound() {
        return output.hasSound();
    }

    @Override
    public void write(SoundBlock block, long nanos) {
        sound.add(block.at(nanos));
    }

    @Override
    public void showLastUntil(long nanos) {
        lastUntil = nanos;
        output.showLastUntil(nanos);
    }

    @Override
    public void finish() throws IOException {
        if (end.size() < fade) {
            throw new IOException(
                    "a loop that fades over " + fade + " frames needs twice as many or more, but there are "
                            + (beginning.size() + end.size()) + ": fade over less time or render more");
        }
        long fadeNanos = end.getFirst().capturedNanos();
        long endNanos = lastUntil == FrameSource.END
                ? end.getLast().capturedNanos() + Math.round(1e9 / framesPerSecond)
                : lastUntil;
        Frame mixed = Frame.allocate(size, arena);
        for (int i = 0; i < fade; i++) {
            Frame last = end.remove();
            mix(last, beginning.get(i), Math.round((float) Kernels.ONE_FRAME * (i + 1) / (fade + 1)), mixed);
            output.write(mixed, last.capturedNanos());
        }
        sound.finish(fadeNanos, endNanos, beginning.getFirst().capturedNanos());
        output.finish();
    }

    private void mix(Frame last, Frame first, int weight, Frame mixed) {
        for (int row = 0; row < size.height(); row++) {
            long at = (long) row * size.stride();
            kernels.blendRow(last.pixels(), at, first.pixels(), at, weight, mixed.pixels(), at, size.width());
        }
    }

    @Override
    public void close() {
        output.close();
        arena.close();
    }
}

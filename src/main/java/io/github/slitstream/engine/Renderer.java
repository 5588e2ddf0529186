package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.lang.foreign.Arena;
import java.util.Optional;

/** The chain of one ring size and the way up to one picture size. One thread renders. */
final class Renderer implements AutoCloseable {
    private final FrameSize kept;
    private final FrameSize picture;
    private final Resizer resizer;
    private final Chain chain;
    private final Arena arena = Arena.ofShared();
    private final Frame small;

    /**
     * @param kept size of the frames in the ring
     * @param picture size of the pictures to be made
     */
    Renderer(FrameSize kept, FrameSize picture, Kernels kernels, Workers workers, Resizer resizer) {
        this.kept = kept;
        this.picture = picture;
        this.resizer = resizer;
        this.chain = new Chain(kept, kernels, workers);
        this.small = Frame.allocate(kept, arena);
    }

    /** Whether this one makes pictures of that size from frames of this. */
    boolean fits(FrameSize otherKept, FrameSize otherPicture) {
        return kept.equals(otherKept) && picture.equals(otherPicture);
    }

    /** Renders one picture; {@code output} has the picture's size and stays the caller's. */
    void render(FrameHistory past, Preset preset, Frame output) {
        if (kept.equals(picture)) {
            chain.render(past, preset, output);
            return;
        }
        chain.render(past, preset, small);
        resizer.resize(small, output, preset.ring().get(RingSettings.UPSAMPLE).method());
    }

    /** As {@link Chain#delayMap}. */
    Optional<DelayMap> delayMap(long key) {
        return chain.delayMap(key);
    }

    @Override
    public void close() {
        chain.close();
        arena.close();
    }
}

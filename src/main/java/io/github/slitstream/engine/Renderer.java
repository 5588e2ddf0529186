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
import org.jspecify.annotations.Nullable;

/** The chain of one ring size and the way up to one picture size. One thread renders. */
final class Renderer implements AutoCloseable {
    private final FrameSize kept;
    private final FrameSize picture;
    private final Resizer resizer;
    private final Chain chain;
    private final Arena arena = Arena.ofShared();
    /** What the chain makes where it is not the picture itself. */
    private final @Nullable Frame small;

    /**
     * @param kept size of the frames in the ring
     * @param picture size of the pictures to be made
     */
    Renderer(FrameSize kept, FrameSize picture, Kernels kernels, Workers workers, Resizer resizer) {
        this.kept = kept;
        this.picture = picture;
        this.resizer = resizer;
        this.chain = new Chain(kept, kernels, workers);
        this.small = kept.equals(picture) ? null : Frame.allocate(kept, arena);
    }

    /** Whether this one makes pictures of that size from frames of this. */
    boolean fits(FrameSize otherKept, FrameSize otherPicture) {
        return kept.equals(otherKept) && picture.equals(otherPicture);
    }

    /** Renders one picture; {@code output} has the picture's size and stays the caller's. */
    void render(FrameHistory past, Preset preset, Frame output) {
        Frame chained = small;
        if (chained == null) {
            chain.render(past, preset, output);
            return;
        }
        chain.render(past, preset, chained);
        resizer.resize(chained, output, preset.ring().get(RingSettings.UPSAMPLE).method());
    }

    /** As {@link Chain#delayMap}. */
    Optional<DelayMap> delayMap(long key) {
        return chain.delayMap(key);
    }

    /** Bytes of the frames that this one holds beside the rings. */
    long bytes() {
        return chain.bytes() + (small == null ? 0 : small.size().bytes());
    }

    @Override
    public void close() {
        chain.close();
        arena.close();
    }
}

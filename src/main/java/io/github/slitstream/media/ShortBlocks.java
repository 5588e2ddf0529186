package io.github.slitstream.media;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Joins short blocks that follow each other, up to the usual length: some formats have more than a thousand packets a
 * second, and whoever keeps sound counts blocks. One thread.
 */
final class ShortBlocks {
    /** Containers round times to thousandths of a second. */
    private static final long ROUNDING_NANOS = 2_000_000;

    private final Consumer<SoundBlock> joined;
    private final List<SoundBlock> parts = new ArrayList<>();
    private int moments;

    /** @param joined takes blocks, in order */
    ShortBlocks(Consumer<SoundBlock> joined) {
        this.joined = joined;
    }

    /** @param block of the same format as those before */
    void add(SoundBlock block) {
        int most = SoundDecoder.usualMoments(block.format());
        if (!parts.isEmpty() && (moments + block.moments() > most || !continues(block))) {
            end();
        }
        parts.add(block);
        moments += block.moments();
        if (2 * moments >= most) {
            end();
        }
    }

    private boolean continues(SoundBlock block) {
        long end = parts.getFirst().capturedNanos() + block.format().nanos(moments);
        return Math.abs(block.capturedNanos() - end) <= ROUNDING_NANOS;
    }

    /** Gives what was held back: nothing follows. */
    void end() {
        if (parts.size() == 1) {
            joined.accept(parts.getFirst());
        } else if (!parts.isEmpty()) {
            joined.accept(together());
        }
        clear();
    }

    private SoundBlock together() {
        SoundBlock first = parts.getFirst();
        SoundFormat format = first.format();
        float[] samples = new float[moments * format.channels()];
        int at = 0;
        for (SoundBlock part : parts) {
            System.arraycopy(part.samples(), 0, samples, at, part.samples().length);
            at += part.samples().length;
        }
        return new SoundBlock(samples, format, first.capturedNanos());
    }

    /** Forgets what was held back: what follows comes from another place. */
    void clear() {
        parts.clear();
        moments = 0;
    }
}

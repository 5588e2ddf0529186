package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.engine.OfflineRender.Output;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.PresetStore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream of 25 pictures a second whose sound comes up to 0.18 s behind them, as in MPEG-TS. */
@Timeout(30)
class LiveRenderTest {
    private static final FrameSize SIZE = new FrameSize(4, 4);
    private static final SoundFormat SOUND = new SoundFormat(1, 8_000);
    private static final long FIRST_NANOS = 7_000_000_000L;
    private static final long PICTURE_NANOS = 40_000_000L;
    private static final long BLOCK_NANOS = 20_000_000L;
    private static final long LATE_NANOS = 180_000_000L;
    private static final double SAMPLE_SECONDS = 1.0 / SOUND.rate();
    private static final Resizer COPYING = (from, to, method) -> to.pixels().copyFrom(from.pixels());

    private static final class Stream implements FrameSource {
        private final int silentFrom;
        private final int dies;
        private long pictures;
        private long blocks;

        /**
         * @param silentFrom the block from which on there is no sound
         * @param dies the picture that does not come any more
         */
        Stream(int silentFrom, int dies) {
            this.silentFrom = silentFrom;
            this.dies = dies;
        }

        @Override
        public SourceInfo info() {
            return new SourceInfo("stream", "stream", SIZE, 1e9 / PICTURE_NANOS, true, SourceInfo.UNKNOWN, "");
        }

        /** Times tremble by a millisecond. */
        @Override
        public long read(Frame target) throws IOException {
            if (pictures == dies) {
                throw new IOException("stream stopped sending pictures");
            }
            long number = pictures++;
            return FIRST_NANOS + number * PICTURE_NANOS - (number % 3 == 2 || number == 25 ? 1_000_000 : 0);
        }

        @Override
        public SoundFormat sound() {
            return SOUND;
        }

        @Override
        public @Nullable SoundBlock readSound(long beforeNanos) {
            long begin = FIRST_NANOS + blocks * BLOCK_NANOS;
            boolean came = begin + BLOCK_NANOS + LATE_NANOS <= FIRST_NANOS + (pictures - 1) * PICTURE_NANOS;
            if (!came || begin >= beforeNanos || blocks >= silentFrom) {
                return null;
            }
            blocks++;
            return new SoundBlock(new float[(int) SOUND.moments(BLOCK_NANOS)], SOUND, begin);
        }

        @Override
        public void rewind() {
            throw new AssertionError("it is live");
        }

        @Override
        public void close() {}
    }

    private static final class Ends implements Sink {
        private int pictures;
        private double soundEnd;

        @Override
        public void write(Frame picture, long nanos) {
            pictures++;
        }

        @Override
        public boolean hasSound() {
            return true;
        }

        @Override
        public void write(SoundBlock sound, long nanos) {
            soundEnd = (nanos - FIRST_NANOS + SOUND.nanos(sound.moments())) / 1e9;
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void asManyPicturesAsAskedHaveTheirSoundToTheEnd(double seconds) throws Exception {
        Ends ends = render(new Stream(Integer.MAX_VALUE, -1), new Part(0, seconds, Long.MAX_VALUE));
        assertEquals(Math.round(seconds * 25), ends.pictures);
        assertEquals(seconds, ends.soundEnd, 0.02);
    }

    @Test
    void soMuchSoundGoesWithANumberOfPictures() throws Exception {
        Ends ends = render(new Stream(Integer.MAX_VALUE, -1), new Part(0, Double.POSITIVE_INFINITY, 50));
        assertEquals(50, ends.pictures);
        assertEquals(2, ends.soundEnd, 0.001 + SAMPLE_SECONDS);
    }

    @Test
    void soundThatNeverComesIsNotWaitedForWithoutEnd() throws Exception {
        Ends ends = render(new Stream(40, -1), new Part(0, 1, Long.MAX_VALUE));
        assertEquals(25, ends.pictures);
        assertEquals(0.8, ends.soundEnd, SAMPLE_SECONDS);
    }

    @Test
    void aStreamThatDiesBehindThePartCostsNothing() throws Exception {
        assertEquals(25, render(new Stream(Integer.MAX_VALUE, 26), new Part(0, 1, Long.MAX_VALUE)).pictures);
    }

    private static Ends render(FrameSource source, Part part) throws Exception {
        Ends ends = new Ends();
        try (Workers workers = new Workers(1)) {
            new OfflineRender(request -> ends, () -> COPYING, Kernels.get(), workers).render(source,
                    PresetStore.defaultPreset(), part, Output.whole("out.mp4", false), (frames, total) -> {});
        }
        return ends;
    }
}

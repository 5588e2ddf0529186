package io.github.slitstream.engine.outlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SoundLine;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a device that is simulated, with a clock of its own: ten minutes pass in a moment. */
final class SoundPlaybackTest {
    private static final SoundFormat MONO = new SoundFormat(1, 48_000);
    private static final int BLOCK = 960;
    private static final float CLICK = 1;
    private static final float TONE = 0.25f;

    private final DriftingLine line = new DriftingLine();
    private final SoundPlayback playback = new SoundPlayback(line, MONO);

    @ParameterizedTest
    @ValueSource(doubles = {0, 100e-6, -100e-6, 1e-3, -1e-3})
    void soundStaysAtItsMomentsForTenMinutesHoweverTheDevicesClockDrifts(double drift) throws IOException {
        line.drift = drift;
        long begin = 5_000_000_000L;
        line.advance(begin - SoundPlayback.AHEAD_NANOS);
        for (int number = 0; number < 30_000; number++) {
            long moment = begin + MONO.nanos((long) number * BLOCK);
            play(moment);
            assertInSync(moment);
        }
        assertTrue(Math.abs(line.silent - MONO.moments(SoundPlayback.AHEAD_NANOS)) <= 1,
                "no holes but the wait for the first: " + line.silent);
    }

    @Test
    void afterAGapOrAJumpSoundIsBackInSyncAtOnce() throws IOException {
        line.advance(0);
        play(200_000_000);
        play(1_200_000_000);
        assertInSync(1_200_000_000);
        play(1_220_000_000);
        playback.restart();
        assertEquals(0, line.queued());
        play(line.now + 100_000_000);
        assertInSync(line.played);
    }

    /** As a network camera's, which is read with its pictures: two blocks at a time, the first 70 ms after it began. */
    @Test
    void liveSoundIsHeardWithoutHolesAsSoonAsItsLatestBlocksAreThere() throws IOException {
        line.advance(0);
        long silentAtFirst = 0;
        for (int number = 0; number < 1_000; number++) {
            line.advance(40_000_000L * (number / 2) + 70_000_000);
            long moment = MONO.nanos((long) number * BLOCK);
            hear(moment);
            assertTrue(line.heardNanos - moment < 110_000_000, () -> "late by " + (line.heardNanos - moment));
            silentAtFirst = number == 10 ? line.silent : silentAtFirst;
        }
        assertEquals(silentAtFirst, line.silent, "no holes");
        assertTrue(line.written > 990 * BLOCK, line.written + " moments");
    }

    /** A picture that takes half a second, once: what was to be heard meanwhile is left out, the rest is in sync. */
    @Test
    void soundOfAFileThatComesLateOnceIsBackInSyncAtOnce() throws IOException {
        line.advance(0);
        for (int number = 15; number < 100; number++) {
            play(MONO.nanos((long) number * BLOCK));
        }
        line.advance(line.now + 750_000_000);
        for (int number = 100; number < 132; number++) {
            hear(MONO.nanos((long) number * BLOCK));
        }
        for (int number = 140; number < 150; number++) {
            play(MONO.nanos((long) number * BLOCK));
            assertInSync(line.played);
        }
    }

    private void assertInSync(long moment) {
        long off = line.heardNanos - moment;
        assertTrue(Math.abs(off) < 20_000_000, () -> "off by " + off / 1_000_000 + " ms at " + moment);
    }

    private void play(long moment) throws IOException {
        line.advance(Math.max(line.now, moment - SoundPlayback.AHEAD_NANOS));
        hear(moment);
    }

    private void hear(long moment) throws IOException {
        line.played = moment;
        float[] samples = new float[BLOCK];
        Arrays.fill(samples, TONE);
        samples[0] = CLICK;
        playback.play(new SoundBlock(samples, MONO, moment), line.now, 1);
    }

    /** Holds a tenth of a second, and tells what it holds in steps of a hundredth. */
    private static final class DriftingLine implements SoundLine {
        private static final int BUFFER = 4_800;
        private static final int STEP = 480;

        private double drift;
        private long now;
        private double consumed;
        private long written;
        private long silent;
        /** When the last click is heard. */
        private long heardNanos;
        /** The moment of the block that was played last. */
        private long played;

        void advance(long nanos) {
            consumed = Math.min((double) written, consumed + (nanos - now) * rate());
            now = nanos;
        }

        private double rate() {
            return MONO.rate() * (1 + drift) / 1e9;
        }

        @Override
        public void write(float[] samples, float gain) {
            double missing = written + samples.length - consumed - BUFFER;
            if (missing > 0) {
                advance(now + (long) Math.ceil(missing / rate()));
            }
            for (float sample : samples) {
                if (sample == CLICK) {
                    heardNanos = now + Math.round((written - consumed) / rate());
                }
                silent += sample == 0 ? 1 : 0;
                written++;
            }
        }

        @Override
        public long queued() {
            return Math.ceilDiv((long) (written - consumed), STEP) * STEP;
        }

        @Override
        public void flush() {
            consumed = written;
        }

        @Override
        public void close() {}
    }
}

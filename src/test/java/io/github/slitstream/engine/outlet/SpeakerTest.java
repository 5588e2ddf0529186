package io.github.slitstream.engine.outlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SoundLine;
import io.github.slitstream.frame.SoundLineOpener;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class SpeakerTest {
    private static final SoundFormat STEREO = new SoundFormat(2, 48_000);
    private static final int BLOCK = 960;

    @Test
    void whereThereIsNoDeviceTheLevelIsShownAllTheSame() {
        try (Speaker speaker = new Speaker(SoundLineOpener.NONE)) {
            speaker.offer(block(System.nanoTime()));
            await(() -> speaker.level() > 0.1);
            await(() -> speaker.failure() != null);
            assertEquals("there is no device for sound", speaker.failure());
            assertEquals(0, speaker.dropped());
            await(() -> speaker.level() < 0.05);
        }
    }

    /** The first device takes one write and is gone, the second stays. */
    @Test
    void aDeviceThatVanishesIsOpenedAgain() {
        AtomicInteger opened = new AtomicInteger();
        CountingLine lasting = new CountingLine(Integer.MAX_VALUE);
        try (Speaker speaker = new Speaker(
                format -> opened.incrementAndGet() == 1 ? new CountingLine(1) : lasting)) {
            await(() -> {
                speaker.offer(block(System.nanoTime() + 10_000_000));
                return lasting.heard.get() > 0;
            });
            assertEquals(2, opened.get());
            assertNull(speaker.failure());
        }
    }

    @Test
    void volumeAndMuteAreAppliedAndSoundOfElsewhereIsForgotten() {
        CountingLine line = new CountingLine(Integer.MAX_VALUE);
        try (Speaker speaker = new Speaker(format -> line)) {
            speaker.setVolume(0.5);
            speaker.offer(block(System.nanoTime()));
            await(() -> line.gain == 0.25f);
            speaker.setMuted(true);
            speaker.offer(block(System.nanoTime()));
            await(() -> line.gain == 0);
            speaker.offer(block(System.nanoTime() + 3_600_000_000_000L));
            speaker.flush();
            int heard = line.heard.get();
            speaker.offer(block(System.nanoTime()));
            await(() -> line.heard.get() > heard && line.flushed.get() > 0);
        }
    }

    @Test
    void closingIsNoFailure() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Speaker speaker = new Speaker(SoundLineOpener.NONE);
        Set<Thread> own = new HashSet<>(Thread.getAllStackTraces().keySet());
        own.removeAll(before);
        speaker.close();
        await(() -> own.stream().noneMatch(Thread::isAlive));
        assertNull(speaker.failure());
    }

    private static SoundBlock block(long nanos) {
        float[] samples = new float[BLOCK * STEREO.channels()];
        Arrays.fill(samples, 0.5f);
        return new SoundBlock(samples, STEREO, nanos);
    }

    private static void await(BooleanSupplier condition) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (!condition.getAsBoolean()) {
                Thread.sleep(10);
            }
        });
    }

    private static final class CountingLine implements SoundLine {
        private final int lasts;
        private final AtomicInteger heard = new AtomicInteger();
        private final AtomicInteger flushed = new AtomicInteger();
        private volatile float gain = -1;

        CountingLine(int lasts) {
            this.lasts = lasts;
        }

        @Override
        public void write(float[] samples, float newGain) throws IOException {
            if (heard.get() == lasts) {
                throw new IOException("unplugged");
            }
            gain = newGain;
            heard.incrementAndGet();
        }

        @Override
        public long queued() {
            return 0;
        }

        @Override
        public void flush() {
            flushed.incrementAndGet();
        }

        @Override
        public void close() {}
    }
}

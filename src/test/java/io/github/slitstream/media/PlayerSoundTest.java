package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SoundLine;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.SoundSettings;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file with flashes and clicks, played. */
final class PlayerSoundTest {
    private static final FrameSize SIZE = new FrameSize(64, 48);
    private static final long SYNC_NANOS = 40_000_000;

    private final AtomicLong heard = new AtomicLong();
    private final Player player = new Player(new MediaSources(), OpenCvResizer::new, OpenCvFlow::new,
            format -> new Ear(),
            new ScalarKernels(), new Workers(1), Preset.empty("plain"));

    @BeforeEach
    void open() throws Exception {
        Path file = Path.of(Objects.requireNonNull(getClass().getResource("/sound/clicks.mp4")).toURI());
        player.open(SourceRequest.of(file.toString()));
        await(() -> player.outlets().shown() != null);
    }

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void aRecordingGetsTheSoundInSyncAndAsLateAsThePresetSays() throws Exception {
        assertEquals(new SoundFormat(1, 48_000), player.sound());
        assertRecorded(0);
        player.play(player.preset().withSound(player.preset().sound().with(SoundSettings.DELAY, 0.3)));
        assertRecorded(300_000_000);
    }

    @Test
    void soundGoesOnWhileTheRingStandsStillAndTheLevelIsShown() {
        await(() -> heard.get() > 0);
        player.setFrozen(true);
        long before = heard.get();
        await(() -> heard.get() > before + 48_000);
        await(() -> player.outlets().speaker().level() > 0.1);
    }

    private void assertRecorded(long delay) throws Exception {
        Cassette cassette = new Cassette();
        Recording recording = player.outlets().record(cassette, SIZE);
        await(() -> cassette.flashes.size() >= 2 && cassette.clicks.stream().anyMatch(
                click -> click > cassette.flashes.get(1) + delay - 100_000_000));
        recording.stop();
        long flash = cassette.flashes.get(1);
        long nearest = cassette.clicks.stream()
                .min((one, other) -> Long.compare(Math.abs(one - flash - delay), Math.abs(other - flash - delay)))
                .orElseThrow();
        assertTrue(Math.abs(flash + delay - nearest) < SYNC_NANOS, flash + delay + " and " + nearest);
    }

    private static void await(BooleanSupplier condition) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (!condition.getAsBoolean()) {
                Thread.sleep(10);
            }
        });
    }

    /** Counts what it hears. */
    private final class Ear implements SoundLine {
        @Override
        public void write(float[] samples, float gain) {
            heard.addAndGet(samples.length);
        }

        @Override
        public long queued() {
            return 0;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Notes when the picture becomes bright and when a block of sound begins to be loud. */
    private static final class Cassette implements Sink {
        private final List<Long> flashes = new CopyOnWriteArrayList<>();
        private final List<Long> clicks = new CopyOnWriteArrayList<>();
        private boolean bright;
        private boolean loud;

        @Override
        public boolean hasSound() {
            return true;
        }

        @Override
        public void write(Frame picture, long nanos) {
            boolean now = (picture.pixels().get(ValueLayout.JAVA_BYTE, 0) & 0xff) > 128;
            if (now && !bright) {
                flashes.add(nanos);
            }
            bright = now;
        }

        @Override
        public void write(SoundBlock sound, long nanos) {
            boolean now = false;
            for (float sample : sound.samples()) {
                now |= Math.abs(sample) > 0.2f;
            }
            if (now && !loud) {
                clicks.add(nanos);
            }
            loud = now;
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }
}

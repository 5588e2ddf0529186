package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.preset.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files, played. */
class DamagedPlayTest {
    private static final FrameSize SIZE = new FrameSize(96, 96);

    @TempDir
    private Path folder;

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Player player = new Player(new MediaSources(), OpenCvResizer::new, new ScalarKernels(),
            new Workers(1), Preset.empty("plain"));
    private Path whole;

    @BeforeEach
    void write() throws IOException {
        player.onNotice(notices::add);
        List<Frame> frames = new ArrayList<>();
        for (int index = 0; index < 30; index++) {
            frames.add(TestFrames.noise(SIZE, index));
            frames.get(index).stamp(index * 20_000_000L);
        }
        whole = folder.resolve("whole.mp4");
        TestFrames.write(whole, frames, 50);
    }

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void aDamagedFilePlaysOnAndOnAndIsNamedOnce() throws IOException {
        List<Remuxed.Place> places = Remuxed.places(whole);
        byte[] bytes = Files.readAllBytes(whole);
        Arrays.fill(bytes, (int) places.get(10).position() + 400, (int) places.get(13).position() - 400, (byte) 0x55);
        open(Files.write(folder.resolve("damaged.mp4"), bytes));
        for (int round = 0; round < 3; round++) {
            await(() -> player.transport().positionNanos() > 500_000_000);
            await(() -> player.transport().positionNanos() < 100_000_000);
        }
        assertInstanceOf(SourceState.Playing.class, player.source());
        await(() -> !notices.isEmpty());
        assertEquals(1, notices.stream().filter(notice -> notice.contains("damaged.mp4 is damaged at")).count(),
                notices.toString());
    }

    @Test
    void whateverWasOpenedBeforeAWholeFilePlays() throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        for (int seed = 0; seed < 8; seed++) {
            Path mutated = Files.write(folder.resolve("mutated" + seed + ".mp4"),
                    Mutation.of(bytes, new Random(seed)));
            int before = notices.size();
            player.open(SourceRequest.of(mutated.toString()));
            await(() -> isPlaying(mutated) || notices.size() > before);
        }
        open(whole);
        await(() -> player.transport().positionNanos() > 300_000_000);
    }

    private void open(Path file) {
        player.open(SourceRequest.of(file.toString()));
        await(() -> isPlaying(file));
    }

    private boolean isPlaying(Path file) {
        return player.source() instanceof SourceState.Playing(SourceInfo info)
                && info.address().equals(file.toString());
    }

    private static void await(BooleanSupplier condition) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (!condition.getAsBoolean()) {
                Thread.sleep(5);
            }
        });
    }
}

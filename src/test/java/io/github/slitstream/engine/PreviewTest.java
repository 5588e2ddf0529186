package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A source that is only looked at: it plays, and nothing of it stays once it is closed. */
@Timeout(60)
class PreviewTest {
    private static final FrameSize SIZE = new FrameSize(20, 10);

    private final AtomicBoolean unplugged = new AtomicBoolean();
    private final List<FakeSource> opened = new CopyOnWriteArrayList<>();
    private @Nullable Preview preview;

    @AfterEach
    void close() {
        if (preview != null) {
            preview.close();
        }
        awaitTrue("all sources are closed", () -> opened.stream().allMatch(source -> source.closed));
    }

    @Test
    void aFilePlaysFromItsStartAgainAndAgain() {
        Preview playing = play("clip");
        Set<Integer> seen = new TreeSet<>();
        int[] pictures = {0};
        awaitTrue("more than the clip has", () -> {
            Frame newest = take(playing);
            if (newest != null) {
                seen.add((int) newest.pixels().get(ValueLayout.JAVA_BYTE, SIZE.bytes() - 1));
                pictures[0]++;
            }
            return pictures[0] > 20;
        });
        assertTrue(Set.of(0, 1, 2, 3, 4).containsAll(seen), seen.toString());
        assertInstanceOf(SourceState.Playing.class, playing.state());
    }

    @Test
    void aStillIsReadOnceAndItsSourceClosed() {
        Preview playing = play("still");
        awaitTrue("the picture", () -> take(playing) != null);
        awaitTrue("the end of its source", () -> opened.getFirst().closed);
        assertInstanceOf(SourceState.Playing.class, playing.state());
    }

    @Test
    void aLiveSourceThatWasLostComesBack() {
        Preview playing = play("camera");
        awaitTrue("a picture", () -> take(playing) != null);
        PictureExchange pictures = playing.pictures();
        unplugged.set(true);
        awaitTrue("the loss", () -> playing.state() instanceof SourceState.Lost);
        assertSame(pictures, playing.pictures(), "the last picture stays");
        unplugged.set(false);
        awaitTrue("its return", () -> playing.state() instanceof SourceState.Playing && take(playing) != null);
        assertEquals(2, opened.size());
    }

    @Test
    void whatCannotBeOpenedSaysWhy() {
        Preview playing = play("gone");
        awaitTrue("the refusal", () -> playing.state().equals(new SourceState.Refused("gone", "gone: no such file")));
    }

    private Preview play(String address) {
        Preview made = new Preview(new FakeOpener(), SourceRequest.of(address));
        preview = made;
        return made;
    }

    private static @Nullable Frame take(Preview playing) {
        PictureExchange pictures = playing.pictures();
        return pictures == null ? null : pictures.take();
    }

    private static void awaitTrue(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain for " + what);
            Thread.onSpinWait();
        }
    }

    private final class FakeOpener implements SourceOpener {
        @Override
        public FrameSource open(SourceRequest request) throws IOException {
            String address = request.address();
            SourceInfo info = switch (address) {
                case "clip" -> FakeSource.info(address, SIZE, false, 5);
                case "still" -> FakeSource.info(address, SIZE, false, 1);
                case "camera" -> FakeSource.info(address, SIZE, true, SourceInfo.UNKNOWN);
                default -> throw new IOException(address + ": no such file");
            };
            FakeSource source = new FakeSource(info, unplugged);
            opened.add(source);
            return source;
        }

        @Override
        public List<Camera> cameras() {
            return List.of();
        }
    }
}

package io.github.slitstream.engine;

import static io.github.slitstream.engine.NumberedSource.FRAME_NANOS;
import static io.github.slitstream.engine.NumberedSource.SIZE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.OfflineRender.Output;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.frame.DecodedPictures;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures that nothing changes go by as they were decoded, where the sink takes them. */
@Timeout(30)
class CopyJobTest {
    private static final Preset COPY = Preset.empty("copy");

    @ParameterizedTest
    @CsvSource({"0, Infinity, 1000, 0, 50", "0.1, Infinity, 1000, 10, 40", "0, 0.2, 1000, 0, 20",
        "0.3, Infinity, 7, 30, 7", "0.49, 3, 1000, 49, 1"})
    void everyPictureOfThePartIsPassedOnOnceAtItsTime(double start, double duration, long most, int first, int count)
            throws Exception {
        Taking sink = new Taking(true);
        render(COPY, new Part(start, duration, most), sink);
        assertEquals(LongStream.range(first, first + count).map(i -> i * FRAME_NANOS).boxed().toList(), sink.decoded);
        assertEquals(List.of(), sink.frames);
        assertTrue(sink.finished);
    }

    @Test
    void theLastPictureIsShownAsLongAsTheSourceSays() throws Exception {
        Taking decoded = new Taking(true);
        render(COPY, Part.ALL, decoded);
        assertEquals(50 * FRAME_NANOS + 7, decoded.until);
        Taking frames = new Taking(false);
        render(COPY, Part.ALL, frames);
        assertEquals(50 * FRAME_NANOS + 7, frames.until);
        Taking part = new Taking(true);
        render(COPY, new Part(0, 0.2, 1_000), part);
        assertEquals(20 * FRAME_NANOS, part.until, "when the next would come");
        Taking cut = new Taking(true);
        render(COPY, new Part(0, 0.195, 1_000), cut);
        assertEquals(20 * FRAME_NANOS, cut.until, "whole pictures");
    }

    @Test
    void whatTheSinkDoesNotTakeOrAnEffectChangesGoesThroughFrames() throws Exception {
        for (Preset preset : List.of(COPY, COPY.plus(Slot.of(TimeDisplacement.TYPE)),
                COPY.withRing(COPY.ring().with("downsample",
                        "2")))) {
            Taking sink = new Taking(!preset.equals(COPY));
            render(preset, Part.ALL, sink);
            assertEquals(50, sink.frames.size(), preset.toString());
            assertEquals(List.of(), sink.decoded);
        }
    }

    private static void render(Preset preset, Part part, Sink sink) throws Exception {
        try (Workers workers = new Workers(1)) {
            new OfflineRender(request -> sink, () -> (from, to, method) -> to.pixels().fill((byte) 0), Kernels.get(),
                    workers).render(new Numbered(), preset, part, Output.whole("out", false), (frames, total) -> {});
        }
    }

    /** The numbered source, which also says how long its last picture is shown. */
    private static final class Numbered implements FrameSource, DecodedPictures {
        private final NumberedSource source = new NumberedSource();
        private final Frame read = Frame.allocate(SIZE, Arena.ofAuto());

        @Override
        public SourceInfo info() {
            return source.info();
        }

        @Override
        public long read(Frame target) throws IOException {
            return source.read(target);
        }

        @Override
        public DecodedPictures decoded() {
            return this;
        }

        @Override
        public long readDecoded() throws IOException {
            return source.read(read);
        }

        @Override
        public void copyTo(Frame target) {
            target.copyFrom(read);
        }

        @Override
        public long shownUntil() {
            return 50 * FRAME_NANOS + 7;
        }

        @Override
        public void rewind() {
            source.rewind();
        }

        @Override
        public void close() {}
    }

    private static final class Taking implements Sink {
        private final boolean takes;
        private final List<Long> decoded = new ArrayList<>();
        private final List<Long> frames = new ArrayList<>();
        private long until;
        private boolean finished;

        Taking(boolean takes) {
            this.takes = takes;
        }

        @Override
        public boolean takes(DecodedPictures source) {
            return takes;
        }

        @Override
        public void write(DecodedPictures source, long nanos) {
            decoded.add(nanos);
        }

        @Override
        public void write(Frame picture, long nanos) {
            frames.add(nanos);
        }

        @Override
        public void showLastUntil(long nanos) {
            until = nanos;
        }

        @Override
        public void finish() {
            finished = true;
        }

        @Override
        public void close() {}
    }
}

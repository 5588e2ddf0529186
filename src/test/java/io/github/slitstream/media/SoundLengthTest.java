package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.ClipEnds;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How long sound and pictures are, as {@code ffprobe} decodes them, whatever is rendered or recorded. A few of the
 * combinations always, all of them with {@code -Dslitstream.formats=all}.
 */
@Timeout(120)
class SoundLengthTest {
    private static final boolean IS_ALL = "all".equals(System.getProperty("slitstream.formats"));
    private static final FrameSize SIZE = new FrameSize(64, 48);
    private static final int RATE = 25;
    private static final int PICTURES = 50;
    /** Of sound at once, as AAC has it: never the length of pictures. */
    private static final int MOMENTS = 1_024;
    private static final double WITHIN = 0.02;

    @TempDir
    private Path folder;

    /** @param part of the source; null where it is recorded live */
    record Way(String name, SoundFormat sound, @Nullable Part part, int pictures) {}

    static Stream<Way> ways() {
        if (!IS_ALL) {
            return Stream.of(new Way("film.mp4", new SoundFormat(2, 44_100), new Part(0.5, 1, 1_000), 25),
                    new Way("film.mp4", new SoundFormat(1, 16_000), null, PICTURES),
                    new Way("film.mkv", new SoundFormat(1, 48_000), new Part(0.4, 1.01, 1_000), 26),
                    new Way("f/%03d.png", new SoundFormat(2, 44_100), null, PICTURES));
        }
        List<Way> parts = List.of(new Way("", new SoundFormat(1, 8_000), null, PICTURES),
                new Way("", new SoundFormat(1, 8_000), Part.ALL, PICTURES),
                new Way("", new SoundFormat(1, 8_000), new Part(0.5, 1, 1_000), 25),
                new Way("", new SoundFormat(1, 8_000), new Part(0.4, 1.01, 1_000), 26),
                new Way("", new SoundFormat(1, 8_000), new Part(0.5, 1.5, 1_000), 37),
                new Way("", new SoundFormat(1, 8_000), new Part(0.5, 9, 7, ClipEnds.HOLD), 7));
        return Stream.of("film.mp4", "film.webm", "film.mkv", "film.mov", "f/%03d.png", "f/%03d.jpg").flatMap(
                name -> Stream.of(16_000, 22_050, 44_100, 48_000).flatMap(rate -> Stream.of(1, 2).flatMap(
                        channels -> parts.stream().map(way -> new Way(name, new SoundFormat(channels, rate), way.part,
                                way.pictures)))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void soundIsAsLongAsThePictures(Way way) throws Exception {
        FfProbe.assumeThere();
        Path file = folder.resolve(way.name);
        Files.createDirectories(file.getParent());
        Part part = way.part;
        try (Humming source = new Humming(way.sound)) {
            if (part == null) {
                WholeOutput.record(source, new SinkRequest(file.toString(), SIZE, PixelShape.SQUARE, RATE, way.sound)
                        .live(Encoding.USUAL));
            } else {
                WholeOutput.render(source, file, part);
            }
        }
        double seconds = way.pictures / (double) RATE;
        if (folder.equals(file.getParent())) {
            List<String[]> pictures = frames(file, "v:0", "frame=pts_time");
            assertEquals(way.pictures, pictures.size());
            double last = Double.parseDouble(pictures.getLast()[0]) - Double.parseDouble(pictures.getFirst()[0]);
            assertEquals(seconds - 1.0 / RATE, last, 0.002);
        }
        assertEquals(seconds, soundSeconds(file), WITHIN);
    }

    /** Of all samples that come out of the decoder, and when the last of them is over. */
    private double soundSeconds(Path file) throws Exception {
        boolean isBeside = !folder.equals(file.getParent());
        Path heard = isBeside ? file.resolveSibling("sound.wav") : file;
        int rate = Integer.parseInt(frames(heard, "a:0", "stream=sample_rate").getFirst()[0]);
        List<String[]> frames = frames(heard, "a:0", "frame=pts_time,nb_samples");
        double first = Double.parseDouble(frames.getFirst()[0]);
        assertEquals(0, first, 0.002);
        long samples = frames.stream().mapToLong(frame -> Long.parseLong(frame[1])).sum();
        double end = Double.parseDouble(frames.getLast()[0]) + Long.parseLong(frames.getLast()[1]) / (double) rate;
        assertEquals(end, samples / (double) rate, 0.005, "no holes");
        return end;
    }

    private static List<String[]> frames(Path file, String stream, String entries) throws Exception {
        List<String[]> lines = FfProbe
                .lines(file, "-of", "csv=p=0", "-select_streams", stream, "-show_entries", entries).stream()
                .filter(line -> !line.isBlank()).map(line -> line.split(",", -1)).toList();
        assertTrue(!lines.isEmpty(), file + " has nothing of " + stream);
        return lines;
    }

    /** Pictures and a tone, as long as each other. */
    private static final class Humming implements FrameSource {
        private final SoundFormat sound;
        private int read;
        private long heard;

        Humming(SoundFormat sound) {
            this.sound = sound;
        }

        @Override
        public SourceInfo info() {
            return new SourceInfo("humming", "humming", SIZE, RATE, false, PICTURES, "", 1, PixelShape.SQUARE);
        }

        @Override
        public long read(Frame target) {
            if (read == PICTURES) {
                return END;
            }
            target.copyFrom(TestFrames.gradient(SIZE, read));
            return read++ * 1_000_000_000L / RATE;
        }

        @Override
        public SoundFormat sound() {
            return sound;
        }

        @Override
        public @Nullable SoundBlock readSound(long beforeNanos) {
            long length = (long) PICTURES * sound.rate() / RATE;
            long nanos = sound.nanos(heard);
            if (heard == length || nanos >= beforeNanos) {
                return null;
            }
            int moments = (int) Math.min(MOMENTS, length - heard);
            float[] samples = new float[moments * sound.channels()];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = 0.3f * (float) Math.sin(2 * Math.PI * 440 * (heard + i / sound.channels()) / sound.rate());
            }
            heard += moments;
            return new SoundBlock(samples, sound, nanos);
        }

        @Override
        public void rewind() {
            read = 0;
            heard = 0;
        }

        @Override
        public void close() {}
    }
}

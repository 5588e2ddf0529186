package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each format, written as a render and live, and read by another program or exactly as it was. */
class OutputFormatsTest {
    private static final FrameSize SIZE = new FrameSize(322, 180);
    private static final int PICTURES = 25;
    private static final long INTERVAL = 40_000_000;
    private static final SoundFormat SOUND = new SoundFormat(2, 44_100);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"mp4, h264, aac, false", "mp4, h264, aac, true", "webm, vp9, opus, false", "webm, vp9, opus, true",
        "mkv, ffv1, pcm_f32le, false", "mkv, ffv1, pcm_f32le, true", "mov, prores, pcm_s24le, false",
        "mov, prores, pcm_s24le, true",
        "gif, gif, , false", "gif, gif, , true"})
    void anotherProgramReadsWhatWasWritten(String ending, String pictureCodec, String soundCodec, boolean live)
            throws Exception {
        Path file = write("film." + ending, TestFrames.gradients(SIZE, PICTURES, INTERVAL), live);
        Map<String, String> video = probe(file, "v:0");
        assertEquals(pictureCodec, video.get("codec_name"));
        assertEquals("322", video.get("width"));
        assertEquals("180", video.get("height"));
        assertEquals(PICTURES, Integer.parseInt(video.getOrDefault("nb_read_frames", "0")));
        assertEquals(PICTURES * INTERVAL / 1e9, seconds(file), 0.04);
        if (soundCodec != null) {
            assertEquals(soundCodec, probe(file, "a:0").get("codec_name"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "webm", "mkv", "mov", "gif", "webp"})
    void picturesComeBackNearlyAsTheyWere(String ending) throws IOException {
        List<Frame> written = TestFrames.gradients(SIZE, PICTURES, INTERVAL);
        Path file = write("film." + ending, written, true);
        try (FrameSource source = TestFrames.open(file)) {
            List<Frame> read = TestFrames.readAll(source);
            assertEquals(PICTURES, read.size());
            for (int i = 0; i < PICTURES; i++) {
                double psnr = TestFrames.psnr(written.get(i), read.get(i));
                assertTrue(psnr > (ending.equals("gif") ? 25 : 30), "picture " + i + ": " + psnr);
                assertEquals(0, (i * INTERVAL - read.get(i).capturedNanos()) / 1e9, 1e-3, "picture " + i);
            }
        }
    }

    /** With alpha, also the colours of what is transparent, at an odd size. */
    @Test
    void exactIsExact() throws IOException {
        List<Frame> written = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            written.add(TestFrames.noise(new FrameSize(67, 35), i));
            written.get(i).stamp(i * INTERVAL);
        }
        Path file = write("exact.mkv", written, false);
        try (FrameSource source = TestFrames.open(file)) {
            List<Frame> read = TestFrames.readAll(source);
            for (int i = 0; i < 3; i++) {
                assertTrue(TestFrames.same(written.get(i), read.get(i)), "picture " + i);
            }
        }
    }

    /** Of any number of channels and at any rate; also what is louder than loud. */
    @ParameterizedTest
    @CsvSource({"1, 44100", "2, 48000", "3, 11025", "4, 96000", "5, 44100", "6, 48000", "7, 8000", "8, 48000"})
    void exactSoundIsExact(int channels, int rate) throws IOException {
        SoundFormat format = new SoundFormat(channels, rate);
        Random random = new Random(channels);
        float[] samples = new float[rate / 25 * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 3 * random.nextFloat() - 1.5f;
        }
        Path file = folder.resolve("exact.mkv");
        try (Sink sink = new MediaSinks().open(new SinkRequest(file.toString(), new FrameSize(8, 8),
                PixelShape.SQUARE, 25, format))) {
            sink.write(TestFrames.blank(new FrameSize(8, 8)), 0);
            sink.write(new SoundBlock(samples, format, 0), 0);
            sink.finish();
        }
        try (FrameSource source = TestFrames.open(file)) {
            assertEquals(format, source.sound());
            TestFrames.readAll(source);
            float[] read = new float[samples.length];
            int at = 0;
            for (SoundBlock next = source.readSound(Long.MAX_VALUE); next != null; next = source
                    .readSound(Long.MAX_VALUE)) {
                System.arraycopy(next.samples(), 0, read, at, next.samples().length);
                at += next.samples().length;
            }
            assertEquals(samples.length, at);
            assertArrayEquals(samples, read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"webm", "mov", "mkv", "webp"})
    void alphaIsKept(String ending) throws IOException {
        FrameSize size = new FrameSize(64, 48);
        List<Frame> written = TestFrames.gradients(size, 4, INTERVAL);
        for (Frame frame : written) {
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width() / 2; column++) {
                    TestFrames.set(frame, row, column, 90, 120, 150, 100);
                }
            }
        }
        Path file = write("alpha." + ending, written, false);
        try (FrameSource source = TestFrames.open(file)) {
            Frame read = TestFrames.readAll(source).get(2);
            assertEquals(100, TestFrames.pixel(read, 24, 10).get(3), 3);
            assertEquals(255, TestFrames.pixel(read, 24, 50).get(3), 3);
        }
    }

    @Test
    void aGifIsScaledDown() throws IOException {
        Path file = write("large.gif", TestFrames.gradients(new FrameSize(1_440, 810), 2, INTERVAL), false);
        try (FrameSource source = TestFrames.open(file)) {
            assertEquals(new FrameSize(720, 405), source.info().size());
        }
    }

    @Test
    void soundStandsBesideNumberedPictures() throws Exception {
        write("in/%03d.png", TestFrames.gradients(SIZE, PICTURES, INTERVAL), false);
        assertEquals("pcm_f32le", probe(folder.resolve("in/sound.wav"), "a:0").get("codec_name"));
        assertEquals(PICTURES * INTERVAL / 1e9, seconds(folder.resolve("in/sound.wav")), 0.02);
    }

    @ParameterizedTest
    @ValueSource(strings = {"libx265", "libaom-av1"})
    void anEncoderIsTakenByItsName(String encoder) throws Exception {
        assumeTrue(VideoEncoder.of(OutputFormat.MP4).stream()
                .anyMatch(each -> each.ffmpegName().equals(encoder)), "a build without it");
        SinkRequest request = SinkRequest.silent(folder.resolve("named.mp4").toString(), SIZE, 25)
                .with(Encoding.USUAL.withEncoder(encoder), Keeping.WHOLE);
        write(request, TestFrames.gradients(SIZE, 5, INTERVAL));
        assertEquals("5", probe(folder.resolve("named.mp4"), "v:0").get("nb_read_frames"));
    }

    /** At a rate that none keeps up with. */
    @ParameterizedTest
    @EnumSource(value = OutputFormat.class, names = {"MP4", "WEBM", "MKV", "MOV"})
    void theQuickestSettingOfEachEncoderWrites(OutputFormat format) throws Exception {
        for (String encoder : new MediaSinks().encoders(format)) {
            Path file = folder.resolve(encoder + "." + format.endings().getFirst());
            write(SinkRequest.silent(file.toString(), SIZE, 5_000).live(Encoding.USUAL.withEncoder(encoder)),
                    TestFrames.gradients(SIZE, 5, INTERVAL));
            assertEquals("5", probe(file, "v:0").get("nb_read_frames"), encoder);
        }
    }

    /** It depends on the machine whether there is a device; without one, the other encoders are taken. */
    @Test
    void anEncoderOfADeviceIsOfferedWhereItEncodes() throws Exception {
        String encoder = "h264_vaapi";
        assumeTrue(VideoEncoder.of(OutputFormat.MP4).contains(VideoEncoder.VAAPI),
                "a build without it");
        SinkRequest request = SinkRequest.silent(folder.resolve("device.mp4").toString(), SIZE, 25)
                .live(Encoding.USUAL.withEncoder(encoder));
        if (new MediaSinks().encoders(OutputFormat.MP4).contains(encoder)) {
            write(request, TestFrames.gradients(SIZE, 5, INTERVAL));
            assertEquals("5", probe(folder.resolve("device.mp4"), "v:0").get("nb_read_frames"));
        } else {
            IOException refusal = assertThrows(IOException.class, () -> new MediaSinks().open(request));
            assertEquals("h264_vaapi does not work on this machine; leave the choice to Slitstream",
                    refusal.getMessage());
            assertFalse(Files.exists(folder.resolve("device.mp4")));
        }
    }

    @Test
    void anUnknownEncoderNamesThoseThereAre() {
        SinkRequest request = SinkRequest.silent("out.webm", SIZE, 25).with(Encoding.USUAL.withEncoder("x"),
                Keeping.WHOLE);
        IOException refusal = assertThrows(IOException.class, () -> new MediaSinks().open(request));
        assertEquals("out.webm is not written by 'x'; it takes libvpx-vp9", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"mp4, libx264", "mp4, libopenh264", "mp4, mpeg4", "webm, ''", "mov, ''", "gif, ''", "webp, ''"})
    void moreQualityTakesMoreBytes(String ending, String encoder) throws IOException {
        long[] bytes = new long[3];
        for (int i = 0; i < 3; i++) {
            Path file = folder.resolve(i + "." + ending);
            SinkRequest request = SinkRequest.silent(file.toString(), SIZE, 25)
                    .with(Encoding.USUAL.withQuality(30 + 35 * i).withEncoder(encoder), Keeping.WHOLE);
            write(request, TestFrames.gradients(SIZE, PICTURES, INTERVAL));
            bytes[i] = Files.size(file);
        }
        assertTrue(bytes[0] < bytes[1] && bytes[1] < bytes[2], bytes[0] + ", " + bytes[1] + ", " + bytes[2]);
    }

    private Path write(String name, List<Frame> pictures, boolean live) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        SinkRequest request = new SinkRequest(file.toString(), pictures.getFirst().size(), PixelShape.SQUARE, 25,
                SOUND);
        write(live ? request.live(Encoding.USUAL) : request, pictures);
        return file;
    }

    private static void write(SinkRequest request, List<Frame> pictures) throws IOException {
        try (Sink sink = new MediaSinks().open(request)) {
            for (Frame picture : pictures) {
                sink.write(picture, picture.capturedNanos());
                if (sink.hasSound()) {
                    float[] samples = new float[(int) (2 * SOUND.moments(INTERVAL))];
                    sink.write(new SoundBlock(samples, SOUND, picture.capturedNanos()), picture.capturedNanos());
                }
            }
            sink.finish();
        }
    }

    private static double seconds(Path file) throws Exception {
        return Double
                .parseDouble(FfProbe.values(file, "-show_entries", "format=duration").getOrDefault("duration", "0"));
    }

    private static Map<String, String> probe(Path file, String stream) throws Exception {
        return FfProbe.values(file, "-count_frames", "-select_streams", stream, "-show_entries",
                "stream=codec_name,width,height,nb_read_frames,pix_fmt");
    }
}

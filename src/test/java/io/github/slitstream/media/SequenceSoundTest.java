package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The WAV files beside numbered pictures, read here byte by byte. */
class SequenceSoundTest {
    private static final FrameSize SIZE = new FrameSize(8, 6);
    private static final SoundFormat SOUND = new SoundFormat(2, 48_000);
    private static final int RATE = 25;
    private static final int PICTURES = 10;
    private static final int MOMENTS = SOUND.rate() / RATE;
    private static final int FLOAT = 3;

    @TempDir
    private Path folder;

    @Test
    void theSoundOfExactPicturesIsExact() throws IOException {
        float[] samples = noise(1);
        write("%03d.png", samples, true);
        assertArrayEquals(samples, samplesOf(Files.readAllBytes(folder.resolve("sound.wav"))));
    }

    @Test
    void picturesThatRunAwayFromTheirSoundAndOlderOnesBehindThemAreSaid() throws IOException {
        String name = "%03d.png";
        assertEquals(List.of(), written(name, 4, 1));
        List<String> notes = written(name, 3, 2);
        assertEquals(2, notes.size(), notes.toString());
        assertTrue(notes.getFirst().contains("behind the 3 pictures written now there are 1 of before"),
                notes.getFirst());
        assertTrue(notes.getLast().contains("up to 0.1 s beside") && notes.getLast().contains("--constant-rate"),
                notes.getLast());
        assertEquals(List.of(), written(name, 4, 1), "none of before is left, times are even");
    }

    /** @param pace intervals from one picture to the next */
    private List<String> written(String name, int pictures, int pace) throws IOException {
        try (Sink sink = open(name, false)) {
            for (int number = 0; number < pictures; number++) {
                sink.write(picture(), 1_000_000_000L * pace * number / RATE);
            }
            sink.finish();
            return sink.notes();
        }
    }

    /** Of pictures whose sound would have one name, and beside what somebody else has put there. */
    @Test
    void noSoundTakesThePlaceOfAnothers() throws IOException {
        Path foreign = Files.writeString(folder.resolve("left.wav"), "precious");
        float[] first = noise(1);
        write("%03d.png", first, true);
        write("%03d.jpg", noise(2), true);
        write("%03d-left.png", noise(3), true);
        write("left-%03d.png", noise(4), true);
        assertEquals("precious", Files.readString(foreign));
        assertArrayEquals(first, samplesOf(Files.readAllBytes(folder.resolve("sound.wav"))));
        byte[] second = Files.readAllBytes(folder.resolve("sound 2.wav"));
        float[] again = noise(5);
        write("%03d-left.png", again, true);
        assertArrayEquals(second, Files.readAllBytes(folder.resolve("sound 2.wav")));
        assertArrayEquals(again, samplesOf(Files.readAllBytes(folder.resolve("sound 3.wav"))));
        assertEquals(List.of("left 2.wav", "left.wav", "sound 2.wav", "sound 3.wav", "sound.wav"), wavs(folder));
    }

    /** Cut anywhere, in the midst of a moment for example. */
    @Test
    void whatWasLeftOfItIsMadeComplete() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("take"));
        float[] samples = noise(1);
        write("take/%05d.png", samples, false);
        Path left = inner.resolve("sound.unfinished.wav");
        assertEquals(List.of(left), new MediaSinks().unfinished(folder), "found from the folder above");
        assertTrue(Files.exists(inner.resolve("00010.png")), "pictures are complete one by one");
        byte[] bytes = Files.readAllBytes(left);
        Files.write(left, Arrays.copyOf(bytes, bytes.length - 5));
        Path recovered = new MediaSinks().recover(left);
        assertEquals(inner.resolve("sound.wav"), recovered);
        assertFalse(Files.exists(left));
        float[] read = samplesOf(Files.readAllBytes(recovered));
        assertTrue(read.length >= samples.length - 2 * 2_048, read.length + " of " + samples.length);
        assertArrayEquals(Arrays.copyOf(samples, read.length), read);
    }

    @Test
    void whatHoldsNoSoundIsSaidAndStays() throws IOException {
        Path left = Files.write(folder.resolve("sound.unfinished.wav"), new byte[30]);
        IOException refusal = assertThrows(IOException.class, () -> new MediaSinks().recover(left));
        assertTrue(refusal.toString().contains(left.toString()), refusal.toString());
        assertEquals(List.of("sound.unfinished.wav"), wavs(folder));
    }

    /** Where nothing was heard, there is nothing beside the pictures. */
    @Test
    void silenceIsNoFile() throws IOException {
        for (boolean live : new boolean[]{true, false}) {
            try (Sink sink = open(live ? "a%03d.png" : "b%03d.png", live)) {
                sink.write(picture(), 0);
                sink.finish();
            }
        }
        assertEquals(List.of(), wavs(folder));
    }

    private void write(String name, float[] samples, boolean isFinished) throws IOException {
        try (Sink sink = open(name, !isFinished)) {
            for (int number = 0; number < PICTURES; number++) {
                long nanos = number * 1_000_000_000L / RATE;
                sink.write(picture(), nanos);
                float[] part = Arrays.copyOfRange(samples, number * 2 * MOMENTS, (number + 1) * 2 * MOMENTS);
                sink.write(new SoundBlock(part, SOUND, nanos), nanos);
            }
            if (isFinished) {
                sink.finish();
            }
        }
    }

    private Sink open(String name, boolean isLive) throws IOException {
        SinkRequest request = new SinkRequest(folder.resolve(name).toString(), SIZE, PixelShape.SQUARE, RATE, SOUND);
        return new MediaSinks().open(isLive ? request.live(Encoding.USUAL) : request);
    }

    private static Frame picture() {
        return TestFrames.blank(SIZE);
    }

    private static float[] noise(long seed) {
        Random random = new Random(seed);
        float[] samples = new float[2 * MOMENTS * PICTURES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextFloat() - 0.5f;
        }
        return samples;
    }

    /** Of a WAV file whose chunks say rightly how long they are. */
    private static float[] samplesOf(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals("RIFF", text(file, 0));
        assertEquals(file.length - 8, bytes.getInt(4));
        int at = 12;
        while (!text(file, at).equals("data")) {
            if (text(file, at).equals("fmt ")) {
                assertEquals(FLOAT, bytes.getShort(at + 8));
                assertEquals(SOUND.channels(), bytes.getShort(at + 10));
                assertEquals(SOUND.rate(), bytes.getInt(at + 12));
            }
            at += 8 + bytes.getInt(at + 4);
        }
        float[] samples = new float[bytes.getInt(at + 4) / Float.BYTES];
        assertEquals(0, samples.length % SOUND.channels());
        bytes.position(at + 8).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
        return samples;
    }

    private static String text(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.US_ASCII);
    }

    private static List<String> wavs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).filter(name -> name.endsWith(".wav")).sorted()
                    .toList();
        }
    }
}

package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound that cannot be heard ends nothing, and is told in one line. */
class SoundDamageTest {
    @TempDir
    private Path folder;

    @Test
    void soundOfAnUnknownKindIsLeftOutAndNamed() throws Exception {
        String bytes = Files.readString(file("late.mkv"), StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains("A_AAC"), "the file's sound is AAC");
        Path unknown = Files.writeString(folder.resolve("unknown.mkv"), bytes.replace("A_AAC", "A_XYZ"),
                StandardCharsets.ISO_8859_1);
        try (FrameSource source = TestFrames.open(unknown)) {
            assertNull(source.sound());
            assertEquals(75, TestFrames.readAll(source).size());
            assertEquals(
                    List.of("unknown.mkv has sound that cannot be decoded (none: Decoder not found); it is left out"),
                    source.notes());
        }
    }

    @Test
    void damagedPacketsAreSilentAndCounted() throws Exception {
        SoundDamage damage = new SoundDamage();
        List<SoundBlock> heard = decode(damage, 20, 25);
        assertEquals(3, heard.getLast().endNanos() / 1e9, 0.05);
        List<String> lines = damage.lines("clip", 0, true);
        assertEquals(1, lines.size());
        assertTrue(
                lines.getFirst()
                        .matches("the sound of clip is damaged at 0\\.\\d\\d s \\(.+\\): \\d packets? (is|are) silent"),
                lines.toString());
    }

    @Test
    void soundOfWhichNothingIsLeftIsNamedAtTheEnd() throws Exception {
        SoundDamage damage = new SoundDamage();
        assertEquals(List.of(), decode(damage, 0, Integer.MAX_VALUE));
        assertEquals(List.of(), damage.lines("clip", 0, false));
        assertTrue(damage.lines("clip", 0, true).getFirst().startsWith("clip has sound of which nothing"));
    }

    /** Overwrites the packets from one number to before another. */
    private static List<SoundBlock> decode(SoundDamage damage, int from, int to) throws Exception {
        FFmpegLibraries.load();
        List<SoundBlock> heard = new ArrayList<>();
        AVPacket packet = av_packet_alloc();
        try (Demuxer demuxer = new Demuxer(Container.open(VideoInput.file(file("clicks.mp4"))), AVMEDIA_TYPE_AUDIO,
                new Damage()); SoundDecoder decoder = SoundDecoder.open(demuxer.leader(), damage)) {
            for (int number = 0; demuxer.read(packet); number++) {
                if (number >= from && number < to) {
                    for (int at = 0; at < packet.size(); at++) {
                        packet.data().put(at, (byte) (at * 37 + 0xff));
                    }
                }
                decoder.decode(packet, heard::add);
                av_packet_unref(packet);
            }
        }
        av_packet_free(packet);
        return heard;
    }

    private static Path file(String name) throws IOException, URISyntaxException {
        return Path.of(Objects.requireNonNull(SoundDamageTest.class.getResource("/sound/" + name)).toURI());
    }
}

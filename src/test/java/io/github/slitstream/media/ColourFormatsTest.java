package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bars of {@link BarsVideo} by every matrix, in either range, in the containers and pixel formats that people have.
 * Debian's ffmpeg shows the same files within two levels of the same colours; {@code -Dslitstream.bars=FOLDER} keeps
 * them for that.
 */
class ColourFormatsTest {
    private static final List<BarsVideo.Coding> MATRICES = List.of(
            new BarsVideo.Coding(AVCOL_SPC_SMPTE170M, ColourBars.Matrix.BT601),
            new BarsVideo.Coding(AVCOL_SPC_BT709, ColourBars.Matrix.BT709),
            new BarsVideo.Coding(AVCOL_SPC_BT2020_NCL, ColourBars.Matrix.BT2020));
    private static final int MOST_LEVELS = 3;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"mp4, libx264, yuv420p", "mp4, libx264, yuv422p", "mp4, libx264, yuv444p", "mp4, libx264, yuv420p10le",
        "mp4, libx264, yuv422p10le", "mp4, libx264, nv12", "mp4, libvpx-vp9, yuv420p", "mov, libx264, yuv420p",
        "mov, libx264, yuv422p10le", "mkv, libx264, yuv444p10le", "mkv, ffv1, yuv420p", "mkv, ffv1, yuv422p",
        "mkv, ffv1, yuv444p", "mkv, ffv1, yuv420p10le", "mkv, ffv1, yuv422p10le", "mkv, ffv1, yuv444p10le",
        "mkv, ffv1, yuv444p12le", "mkv, ffv1, yuva420p", "mkv, rawvideo, nv12", "webm, libvpx-vp9, yuv420p",
        "webm, libvpx-vp9, yuv422p", "webm, libvpx-vp9, yuv444p"})
    void barsAreTheirColours(String ending, String encoder, String format) throws IOException {
        for (BarsVideo.Coding coding : MATRICES) {
            for (boolean isFull : List.of(false, true)) {
                assertColours(new BarsVideo(encoder, format, coding, isFull), ending);
            }
        }
    }

    /** What is made for editing is of limited range. */
    @ParameterizedTest
    @CsvSource({"mov, prores_ks, yuv422p10le", "mov, prores_ks, yuv444p10le", "mkv, prores_ks, yuv422p10le"})
    void barsToBeEditedAreTheirColours(String ending, String encoder, String format) throws IOException {
        for (BarsVideo.Coding coding : MATRICES) {
            assertColours(new BarsVideo(encoder, format, coding, false), ending);
        }
    }

    @ParameterizedTest
    @CsvSource({"mkv, ffv1, gbrp10le", "mkv, ffv1, bgra", "mkv, libx264rgb, rgb24", "mov, qtrle, rgb24",
        "mov, qtrle, argb", "mov, png, rgb24", "mov, png, pal8", "webm, libvpx-vp9, gbrp",
        "mp4, libvpx-vp9, gbrp", "nut, rawvideo, rgb24", "nut, rawvideo, bgra", "gif, gif, pal8"})
    void barsWithoutMatrixAreTheirColours(String ending, String encoder, String format) throws IOException {
        assertColours(new BarsVideo(encoder, format, new BarsVideo.Coding(AVCOL_SPC_RGB, ColourBars.Matrix.BT709),
                true), ending);
    }

    @ParameterizedTest
    @CsvSource({"mkv, ffv1, gray, true", "mkv, ffv1, gray, false", "mkv, ffv1, gray10le, true",
        "mkv, ffv1, gray10le, false", "mov, png, gray, true", "mp4, libx264, gray, false", "mp4, libx264, gray, true"})
    void barsInGreyAreTheirLuma(String ending, String encoder, String format, boolean isFull) throws IOException {
        assertColours(new BarsVideo(encoder, format, MATRICES.get(1), isFull), ending);
    }

    private void assertColours(BarsVideo video, String ending) throws IOException {
        assumeTrue(video.isWritable(), video.encoder() + " is not in this build");
        String kept = System.getProperty("slitstream.bars", "");
        Path file = (kept.isEmpty() ? folder : Path.of(kept)).resolve(video.name() + "." + ending);
        video.write(file);
        Frame frame = first(file);
        for (int bar = 0; bar < BarsVideo.BARS.size(); bar++) {
            double[] expected = video.expected(bar);
            List<Integer> pixel = TestFrames.pixel(frame, 20, BarsVideo.middleOf(bar));
            for (int channel = 0; channel < 3; channel++) {
                assertEquals(expected[channel], pixel.get(2 - channel), MOST_LEVELS, file.getFileName() + ", bar " + bar
                        + ": blue, green, red, alpha " + pixel + " instead of RGB " + Arrays.toString(expected));
            }
        }
    }

    private static Frame first(Path file) throws IOException {
        try (FrameSource source = TestFrames.open(file)) {
            Frame frame = TestFrames.blank(source.info().size());
            source.read(frame);
            return frame;
        }
    }
}

package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.media.ColourBars.Matrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files were made by Debian's ffmpeg from the samples of {@link ColourBars}. */
class VideoColourTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1280, 720", "64, 720", "720, 1280", "1920, 1080"})
    void whatSaysNothingIsOfBt709From720LinesOn(int width, int height) throws IOException {
        Path file = folder.resolve("untold.y4m");
        ColourBars.writeUntold(file, width, height);
        ColourBars.assertColours(first(file), Matrix.BT709, false);
    }

    @ParameterizedTest
    @CsvSource({"64, 48", "720, 576", "1280, 718", "65, 33"})
    void whatSaysNothingIsOfBt601Below(int width, int height) throws IOException {
        Path file = folder.resolve("untold.y4m");
        ColourBars.writeUntold(file, width, height);
        ColourBars.assertColours(first(file), Matrix.BT601, false);
    }

    @Test
    void whatIsSaidHolds() throws IOException {
        ColourBars.assertColours(first(TestFiles.video("bars-bt709.mp4")), Matrix.BT709, false);
        ColourBars.assertColours(first(TestFiles.video("bars-bt601.mp4")), Matrix.BT601, false);
        ColourBars.assertColours(first(TestFiles.video("bars-full.mp4")), Matrix.BT601, true);
        ColourBars.assertColours(first(TestFiles.video("bars-bt2020.mkv")), Matrix.BT2020, false);
    }

    @Test
    void jpegIsOfFullRangeAndBt601AtAnySize() throws IOException {
        ColourBars.assertColours(first(TestFiles.video("bars-jpeg.avi")), Matrix.BT601, true);
    }

    /** Ten bits that say nothing of their range, 64 more from column to column. */
    @Test
    void greyIsOfFullRange() throws IOException {
        Frame frame = first(TestFiles.video("grey10.nut"));
        for (int column = 0; column < 16; column++) {
            int level = (int) Math.round(column * 64 / 1023.0 * 255);
            assertEquals(level, TestFrames.pixel(frame, 3, column).get(1), 1, "column " + column);
        }
    }

    @ParameterizedTest
    @CsvSource({"mp4, 64, 480", "m4v, 640, 66", "webm, 64, 480", "mp4, 65, 719", "mp4, 64, 720", "webm, 1280, 720"})
    void outputsSayWhatTheyHoldAndHoldIt(String ending, int width, int height) throws IOException {
        Path file = folder.resolve("tagged." + ending);
        Frame written = TestFrames.gradient(new FrameSize(width, height), 0);
        TestFrames.write(file, List.of(written), 25);
        int matrix = height < 720 ? AVCOL_SPC_SMPTE170M : AVCOL_SPC_BT709;
        try (TestStream stream = TestStream.open(file)) {
            assertEquals(matrix, stream.parameters().color_space());
            assertEquals(AVCOL_RANGE_MPEG, stream.parameters().color_range());
            assertEquals(AVCOL_PRI_BT709, stream.parameters().color_primaries());
            assertEquals(AVCOL_TRC_BT709, stream.parameters().color_trc());
        }
        if (width % 2 == 0 && height % 2 == 0) {
            double psnr = TestFrames.psnr(written, first(file));
            assertTrue(psnr > 36, "PSNR " + psnr);
        }
    }

    @Test
    void exactVideosAreRgb() throws IOException {
        Path file = folder.resolve("tagged.mkv");
        Frame written = TestFrames.gradient(new FrameSize(65, 719), 0);
        TestFrames.write(file, List.of(written), 25);
        try (TestStream stream = TestStream.open(file)) {
            assertEquals(AVCOL_SPC_RGB, stream.parameters().color_space());
        }
        assertEquals(-1, written.pixels().mismatch(first(file).pixels()));
    }

    private static Frame first(Path file) throws IOException {
        try (FrameSource source = TestFrames.open(file)) {
            Frame frame = TestFrames.blank(source.info().size());
            source.read(frame);
            return frame;
        }
    }
}

package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Bars whose ten-bit samples of BT.2020 are known, and what they are in BT.709 by the formulas of ITU-R BT.2100,
 * BT.1886 and BT.2087.
 */
class HighDynamicRangeTest {
    private static final int[][] PQ = {{573, 512, 512}, {450, 512, 512}, {195, 512, 512}, {701, 512, 512},
        {432, 486, 567}, {494, 475, 478}, {351, 616, 509}, {617, 448, 536}};
    private static final int[][] HLG = {{721, 512, 512}, {499, 512, 512}, {149, 512, 512}, {910, 512, 512},
        {459, 456, 639}, {581, 427, 433}, {319, 735, 504}, {786, 386, 556}};
    private static final double WHITE = 203;

    @Test
    void perceptualQuantizerIsBroughtToOurWhite() throws IOException {
        assertBars("pq.mkv", PQ, signal -> {
            double[] light = new double[3];
            Arrays.setAll(light, channel -> perceptualQuantizer(signal[channel]) / WHITE);
            return light;
        });
    }

    @Test
    void hybridLogGammaIsBroughtToOurWhite() throws IOException {
        assertBars("hlg.mkv", HLG, signal -> {
            double[] scene = new double[3];
            Arrays.setAll(scene, channel -> hybridLogGamma(signal[channel]));
            double luminance = 0.2627 * scene[0] + 0.678 * scene[1] + 0.0593 * scene[2];
            double[] light = new double[3];
            Arrays.setAll(light, channel -> 1000 * Math.pow(luminance, 0.2) * scene[channel] / WHITE);
            return light;
        });
    }

    @Test
    void widePrimariesOfStandardRangeAreConverted() throws IOException {
        assertBars("bt2020.mkv", PQ, signal -> {
            double[] light = new double[3];
            Arrays.setAll(light, channel -> Math.pow(Math.max(0, signal[channel]), 2.4));
            return light;
        });
    }

    @Test
    void whiteOfFullRangeIsWhite() throws IOException {
        assertEquals(List.of(255, 255, 255, 255), TestFrames.pixel(first("pq-full-range.mp4"), 5, 95));
    }

    private interface Light {
        /** Light of red, green and blue of BT.2020, 1 being white, for their signals. */
        double[] of(double[] signal);
    }

    private static void assertBars(String file, int[][] bars, Light light) throws IOException {
        Frame frame = first(file);
        for (int bar = 0; bar < bars.length; bar++) {
            List<Integer> pixel = TestFrames.pixel(frame, 24, 8 * bar + 4);
            double[] expected = levels(light.of(redGreenBlue(bars[bar])));
            for (int channel = 0; channel < 3; channel++) {
                assertEquals(expected[channel], pixel.get(2 - channel), 3,
                        file + ", bar " + bar + ": " + pixel + " instead of " + Arrays.toString(expected));
            }
        }
    }

    private static double[] redGreenBlue(int[] yuv) {
        double luma = (yuv[0] - 64) / 876.0;
        double blue = luma + 1.8814 * (yuv[1] - 512) / 896.0;
        double red = luma + 1.4746 * (yuv[2] - 512) / 896.0;
        return new double[]{red, (luma - 0.2627 * red - 0.0593 * blue) / 0.678, blue};
    }

    /** To BT.709, what is too bright scaled down, through the inverse of BT.1886. */
    private static double[] levels(double[] wide) {
        double[] light = {1.6605 * wide[0] - 0.5876 * wide[1] - 0.0728 * wide[2],
            -0.1246 * wide[0] + 1.1329 * wide[1] - 0.0083 * wide[2],
            -0.0182 * wide[0] - 0.1006 * wide[1] + 1.1187 * wide[2]};
        double brightest = Math.max(1, Arrays.stream(light).max().orElseThrow());
        DoubleUnaryOperator level = value -> 255 * Math.pow(Math.clamp(value / brightest, 0, 1), 1 / 2.4);
        return Arrays.stream(light).map(level).toArray();
    }

    private static double perceptualQuantizer(double signal) {
        double power = Math.pow(Math.max(0, signal), 32 / 2523.0);
        double ratio = Math.max(power - 3424 / 4096.0, 0) / (2413 / 128.0 - 2392 / 128.0 * power);
        return 10_000 * Math.pow(ratio, 16384 / 2610.0);
    }

    private static double hybridLogGamma(double signal) {
        double a = 0.17883277;
        double b = 1 - 4 * a;
        double c = 0.5 - a * Math.log(4 * a);
        return signal <= 0.5 ? signal * signal / 3 : (Math.exp((signal - c) / a) + b) / 12;
    }

    private static Frame first(String file) throws IOException {
        try (FrameSource source = TestFrames.open(TestFiles.video(file))) {
            Frame frame = TestFrames.blank(source.info().size());
            source.read(frame);
            return frame;
        }
    }
}

package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.SinkRequest;
import org.junit.jupiter.api.Test;

class BitsPerPixelTest {
    @Test
    void growsByEqualFactorsBetweenWhatWasMeasured() {
        BitsPerPixel bits = new BitsPerPixel(0.25, 1, 16);
        assertEquals(0.25, bits.at(0));
        assertEquals(0.5, bits.at(Encoding.GOOD / 2), 0.01);
        assertEquals(1, bits.at(Encoding.GOOD));
        assertEquals(4, bits.at((Encoding.GOOD + Encoding.BEST) / 2), 0.2);
        assertEquals(16, bits.at(Encoding.BEST), 1e-9);
    }

    /** By the slider's end, 1280×720 and 720×405 pixels. */
    @Test
    void sizesAreOfThePicturesThatAreWritten() throws Exception {
        assertEquals(1_280 * 720 * 30 * 2.7 / Byte.SIZE, expected(OutputFormat.MKV), 1);
        assertEquals(720 * 405 * 30 * 1.67 / Byte.SIZE, expected(OutputFormat.GIF), 1);
    }

    private static double expected(OutputFormat format) throws Exception {
        return new MediaSinks().expectedBytes(format, SinkRequest.silent("", new FrameSize(1_280, 720), 30)
                .live(Encoding.USUAL.withQuality(Encoding.BEST)));
    }
}

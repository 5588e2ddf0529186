package io.github.slitstream.view.picture;

import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.view.JavaFx;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What JavaFX is given of frames with and without alpha. */
@ExtendWith(JavaFx.class)
@Timeout(60)
class SurfaceTest {
    @Test
    void coloursAreWeightedByAlphaAndAreNotWherePixelsAreOpaque() throws Exception {
        Frame frame = Frame.allocate(new FrameSize(2, 2), Arena.ofAuto());
        Surface surface = new Surface(frame);
        show(frame, 200, 100, 50, 128, 10, 20, 30, 255, 9, 8, 7, 0, 255, 255, 255, 1);
        assertArrayEquals(new int[]{100, 50, 25, 128, 10, 20, 30, 255, 0, 0, 0, 0, 1, 1, 1, 1}, shown(surface));
        show(frame, 200, 100, 50, 255, 10, 20, 30, 255, 9, 8, 7, 255, 255, 255, 255, 255);
        assertArrayEquals(new int[]{200, 100, 50, 255, 10, 20, 30, 255, 9, 8, 7, 255, 255, 255, 255, 255},
                shown(surface));
        show(frame, 0, 0, 4, 64, 0, 0, 4, 191, 0, 0, 4, 192, 0, 0, 4, 255);
        assertArrayEquals(new int[]{0, 0, 1, 64, 0, 0, 3, 191, 0, 0, 3, 192, 0, 0, 4, 255}, shown(surface));
    }

    private static void show(Frame frame, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            frame.pixels().set(ValueLayout.JAVA_BYTE, i, (byte) bytes[i]);
        }
    }

    /** Blue, green, red, alpha of every pixel, premultiplied. */
    private static int[] shown(Surface surface) throws Exception {
        return onFx(() -> {
            Image image = surface.newest();
            byte[] bytes = new byte[16];
            image.getPixelReader().getPixels(0, 0, 2, 2, PixelFormat.getByteBgraPreInstance(), bytes, 0, 8);
            int[] channels = new int[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                channels[i] = bytes[i] & 0xff;
            }
            return channels;
        });
    }
}

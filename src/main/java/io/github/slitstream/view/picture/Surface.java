package io.github.slitstream.view.picture;

import io.github.slitstream.frame.Frame;
import java.nio.ByteBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The memory of a frame as JavaFX sees it: no copy. */
public final class Surface {
    private final PixelBuffer<ByteBuffer> buffer;
    private final WritableImage image;

    public Surface(Frame frame) {
        buffer = new PixelBuffer<>(frame.size().width(), frame.size().height(), frame.buffer(),
                PixelFormat.getByteBgraPreInstance());
        image = new WritableImage(buffer);
    }

    /** The picture that is in the frame now. JavaFX thread. */
    public Image newest() {
        buffer.updateBuffer(whole -> null);
        return image;
    }
}

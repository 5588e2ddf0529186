package io.github.slitstream.view.picture;

import io.github.slitstream.frame.Alpha;
import io.github.slitstream.frame.Frame;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * A frame as JavaFX sees it: its very memory while it is opaque, otherwise a copy of it, premultiplied as JavaFX wants
 * it.
 */
public final class Surface {
    private final Frame frame;
    private final Canvas direct;
    /** Made when the frame is not opaque for the first time. */
    private @Nullable Canvas premultiplied;

    /** An image that lies over the memory of a frame. */
    private record Canvas(Frame frame, PixelBuffer<ByteBuffer> buffer, WritableImage image) {
        static Canvas over(Frame frame) {
            PixelBuffer<ByteBuffer> buffer = new PixelBuffer<>(frame.size().width(), frame.size().height(),
                    frame.buffer(), PixelFormat.getByteBgraPreInstance());
            return new Canvas(frame, buffer, new WritableImage(buffer));
        }

        Image newest() {
            buffer.updateBuffer(whole -> null);
            return image;
        }
    }

    public Surface(Frame frame) {
        this.frame = frame;
        this.direct = Canvas.over(frame);
    }

    /** The picture that is in the frame now. JavaFX thread. */
    public Image newest() {
        if (Alpha.isOpaque(frame)) {
            return direct.newest();
        }
        Canvas canvas = premultiplied();
        Alpha.premultiply(frame, canvas.frame);
        return canvas.newest();
    }

    private Canvas premultiplied() {
        Canvas current = premultiplied;
        if (current == null) {
            // The screen may read it after this surface is gone: the collector decides when it may go.
            current = Canvas.over(Frame.allocate(frame.size(), Arena.ofAuto()));
            premultiplied = current;
        }
        return current;
    }
}

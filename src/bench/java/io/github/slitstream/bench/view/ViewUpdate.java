package io.github.slitstream.bench.view;

import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.view.picture.Surface;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Pictures by turns put into an {@link ImageView} and painted, at their own size, by JavaFX's software renderer: the
 * painting is a snapshot, which unlike the screen can be waited for.
 */
public final class ViewUpdate implements Implementation {
    private final FrameSize size;
    private final IntFunction<Image> images;
    private final ImageView view = new ImageView();
    private final SnapshotParameters parameters = new SnapshotParameters();
    private final WritableImage painted;
    private int shown;

    private ViewUpdate(FrameSize size, IntFunction<Image> images) {
        this.size = size;
        this.images = images;
        this.painted = new WritableImage(size.width(), size.height());
    }

    /** As the window does it: JavaFX reads the frames' own memory. */
    public static Implementation ofTheWindow(List<Frame> frames) throws IOException {
        startJavaFx();
        List<Surface> surfaces = frames.stream().map(Surface::new).toList();
        return new ViewUpdate(frames.getFirst().size(), number -> surfaces.get(number % surfaces.size()).newest());
    }

    /** As programs do that copy each picture into an image. */
    public static Implementation ofPixelWriter(List<Frame> frames) throws IOException {
        startJavaFx();
        FrameSize size = frames.getFirst().size();
        WritableImage image = new WritableImage(size.width(), size.height());
        return new ViewUpdate(size, number -> {
            image.getPixelWriter().setPixels(0, 0, size.width(), size.height(), PixelFormat.getByteBgraPreInstance(),
                    frames.get(number % frames.size()).buffer(), size.stride());
            return image;
        });
    }

    /** On the platform that needs no display, unless JavaFX runs already. */
    private static void startJavaFx() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException running) { // then it is there
        }
        Platform.setImplicitExit(false);
    }

    @Override
    public long nanos(int times) throws IOException {
        FutureTask<Long> task = new FutureTask<>(() -> show(times));
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while painting", e);
        }
    }

    private long show(int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            view.setImage(images.apply(shown++));
            view.snapshot(parameters, painted);
        }
        return System.nanoTime() - begun;
    }

    @Override
    public MemorySegment result() {
        byte[] pixels = new byte[(int) size.bytes()];
        painted.getPixelReader().getPixels(0, 0, size.width(), size.height(), PixelFormat.getByteBgraPreInstance(),
                pixels, 0, size.stride());
        return MemorySegment.ofArray(pixels);
    }
}

package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;

/** The built-in scene, drawn as fast as it is read, without end: frame n is always the same picture. */
final class DemoSource implements FrameSource {
    private final SourceInfo info;
    private final DemoScene scene;
    private long next;

    /** @throws IOException if more is asked for than one picture may have */
    DemoSource(SourceRequest request) throws IOException {
        FrameSize size = PictureLimits.check(request.width(), request.height(), "the demo");
        this.scene = new DemoScene(size);
        this.info = new SourceInfo(request.address(), "Demo", size, request.framesPerSecond(), false,
                SourceInfo.UNKNOWN, "drawn " + size);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public long read(Frame target) {
        double seconds = next / info.framesPerSecond();
        scene.draw(seconds, target);
        target.stamp(Math.round(seconds * 1e9));
        next++;
        return target.capturedNanos();
    }

    @Override
    public void rewind() {
        next = 0;
    }

    @Override
    public void close() {}
}

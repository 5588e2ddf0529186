package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The built-in scene, drawn as fast as it is read, without end: frame n is always the same picture. Its address may say
 * size and rate, as in {@code demo:640x360@120}; what it does not say is as the request wishes.
 */
final class DemoSource implements FrameSource {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,9})x(\\d{1,9}))?(?:@(\\d{1,9}(?:\\.\\d{1,9})?))?");
    private static final double FASTEST = 1000;

    private final SourceInfo info;
    private final DemoScene scene;
    private long next;

    /** @throws IOException if the address says something else, or more than one picture may have */
    DemoSource(SourceRequest request) throws IOException {
        String address = request.address();
        Matcher form = FORM.matcher(address.substring(SourceRequest.DEMO.length()));
        if (!form.matches()) {
            throw unknown(address);
        }
        FrameSize size = PictureLimits.check(number(form.group(1), request.width()),
                number(form.group(2), request.height()), "the demo");
        String rate = form.group(3);
        double framesPerSecond = rate == null ? request.framesPerSecond() : Double.parseDouble(rate);
        if (!(framesPerSecond > 0 && framesPerSecond <= FASTEST)) {
            throw unknown(address);
        }
        this.scene = new DemoScene(size);
        this.info = new SourceInfo(address, "Demo", size, framesPerSecond, false, SourceInfo.UNKNOWN, "drawn " + size);
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static IOException unknown(String address) {
        return new IOException(address + " is no form of the demo; write demo:, or its size and up to "
                + (int) FASTEST + " frames a second, as in demo:1280x720@60");
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public long read(Frame target) {
        double seconds = next / info.framesPerSecond();
        scene.draw(seconds, target);
        next++;
        return Math.round(seconds * 1e9);
    }

    @Override
    public void rewind() {
        next = 0;
    }

    @Override
    public void seek(long nanos) {
        next = Math.max(0, (long) Math.floor((nanos + 0.5) / 1e9 * info.framesPerSecond()));
    }

    @Override
    public void close() {}
}

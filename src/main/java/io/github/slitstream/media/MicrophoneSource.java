package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of a live source with the sound of a microphone instead of its own. A microphone that vanishes is no end: it
 * is looked for every three seconds.
 */
final class MicrophoneSource implements FrameSource {
    private static final long RETRY_NANOS = 3_000_000_000L;

    private final FrameSource pictures;
    private final SourceInfo info;
    private final Opener opener;
    private final SoundFormat format;
    private @Nullable SoundInput input;
    private long nextTry;

    /** Opens the microphone again. */
    @FunctionalInterface
    interface Opener {
        SoundInput open() throws IOException;
    }

    /**
     * @param pictures becomes this source's, also where opening fails
     * @param address of both
     * @throws IOException if the pictures do not come at their moments or there is no such microphone
     */
    static FrameSource open(FrameSource pictures, String address, Opener opener) throws IOException {
        try {
            if (!pictures.isPaced()) {
                throw new IOException(pictures.info().name() + " has its own time: a microphone goes with what is"
                        + " live, such as camera:");
            }
            return new MicrophoneSource(pictures, address, opener);
        } catch (IOException | RuntimeException refused) {
            pictures.close();
            throw refused;
        }
    }

    private MicrophoneSource(FrameSource pictures, String address, Opener opener) throws IOException {
        this.pictures = pictures;
        this.info = pictures.info().at(address);
        this.opener = opener;
        SoundInput opened = opener.open();
        this.input = opened;
        this.format = opened.format();
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public SoundFormat sound() {
        return format;
    }

    @Override
    public long read(Frame target) throws IOException {
        return pictures.read(target);
    }

    @Override
    public @Nullable SoundBlock readSound(long beforeNanos) {
        try {
            SoundInput present = input == null ? reopened() : input;
            return present == null ? null : present.read();
        } catch (IOException gone) {
            closeInput();
            nextTry = System.nanoTime() + RETRY_NANOS;
            return null;
        }
    }

    /** The microphone, once it is there again in the same form. */
    private @Nullable SoundInput reopened() throws IOException {
        if (System.nanoTime() - nextTry < 0) {
            return null;
        }
        SoundInput opened = opener.open();
        input = opened;
        if (!opened.format().equals(format)) {
            throw new IOException("the microphone has come back in another form");
        }
        return opened;
    }

    @Override
    public void rewind() throws IOException {
        pictures.rewind();
    }

    @Override
    public void close() {
        closeInput();
        pictures.close();
    }

    private void closeInput() {
        if (input != null) {
            input.close();
            input = null;
        }
    }
}

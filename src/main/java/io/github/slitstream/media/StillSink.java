package io.github.slitstream.media;

import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Sink;
import java.io.IOException;
import java.nio.file.Path;

/** One picture file. */
final class StillSink implements Sink {
    private final Path target;
    private final String format;
    private final String preset;
    private final PngWriter.Effort effort;
    private final PartialFile partial;
    private boolean written;

    /**
     * @param format {@code png} or {@code jpg}
     * @param preset text that a PNG carries; empty for none
     * @param effort for a PNG
     */
    StillSink(Path target, String format, String preset, PngWriter.Effort effort) throws IOException {
        this.target = target;
        this.format = format;
        this.preset = preset;
        this.effort = effort;
        this.partial = new PartialFile(target);
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        if (written) {
            throw new IOException(
                    target + " takes one picture only; write more to a video such as out.mp4 or to numbered"
                            + " pictures such as %05d.png, or ask for one frame");
        }
        try {
            PictureEncoder.write(picture, format, preset, effort, partial.path());
        } catch (IOException failure) {
            throw new IOException(target + " cannot be written (" + failure.getMessage()
                    + "); check the folder's permissions and the room on the disk", failure);
        }
        written = true;
    }

    @Override
    public void finish() throws IOException {
        if (!written) {
            throw new IOException(target + " was not written: there was no picture");
        }
        partial.moveIntoPlace();
    }

    @Override
    public void close() {
        partial.close();
    }
}

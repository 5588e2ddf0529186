package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A still, or numbered stills one after another at a steady rate. The picture decoded last is kept: a still is decoded
 * once.
 */
final class PictureSource implements FrameSource {
    private final SourceInfo info;
    private final List<Path> files;
    private final List<String> notes;
    private BufferedImage decoded;
    private int decodedIndex;
    private int next;

    private PictureSource(SourceInfo info, List<Path> files, List<String> notes, BufferedImage first) {
        this.info = info;
        this.files = files;
        this.notes = notes;
        this.decoded = first;
    }

    static PictureSource still(String address, Path file, BufferedImage picture, double framesPerSecond) {
        String name = String.valueOf(file.getFileName());
        return of(address, name, List.of(file), List.of(), picture, framesPerSecond);
    }

    /** @throws IOException if the first is no picture */
    static PictureSource sequence(String address, NumberedSequence sequence, double framesPerSecond)
            throws IOException {
        return of(address, sequence.pattern().toString(), sequence.files(), sequence.notes(),
                decode(sequence.files().getFirst()), framesPerSecond);
    }

    private static PictureSource of(String address, String name, List<Path> files, List<String> notes,
            BufferedImage first, double framesPerSecond) {
        FrameSize size = PictureDecoder.sizeOf(first);
        String detail = (files.size() == 1 ? "picture " : files.size() + " pictures ") + size;
        return new PictureSource(new SourceInfo(address, name, size, framesPerSecond, false, files.size(), detail),
                files, notes, first);
    }

    @Override
    public List<Path> files() {
        return files;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public long read(Frame target) throws IOException {
        if (next == info.frames()) {
            return END;
        }
        PictureDecoder.copy(picture(next), target);
        long nanos = Math.round(next * 1e9 / info.framesPerSecond());
        next++;
        return nanos;
    }

    @Override
    public void rewind() {
        next = 0;
    }

    @Override
    public void seek(long nanos) {
        long frame = (long) Math.floor((nanos + 0.5) / 1e9 * info.framesPerSecond());
        next = (int) Math.clamp(frame, 0, info.frames() - 1);
    }

    @Override
    public void close() {}

    private BufferedImage picture(int index) throws IOException {
        if (index != decodedIndex) {
            Path file = files.get(index);
            decoded = decode(file);
            decodedIndex = index;
            if (!PictureDecoder.sizeOf(decoded).equals(info.size())) {
                throw new IOException(file + " is " + PictureDecoder.sizeOf(decoded) + " but the sequence began with "
                        + info.size() + "; bring all to one size");
            }
        }
        return decoded;
    }

    private static BufferedImage decode(Path file) throws IOException {
        BufferedImage picture = PictureDecoder.decode(file, file.toString());
        if (picture == null) {
            throw new IOException(file + " is not a picture that can be read; save it as PNG");
        }
        return picture;
    }
}

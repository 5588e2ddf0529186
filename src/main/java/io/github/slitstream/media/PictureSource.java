package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Stills one after another at a steady rate: the one of a file, the pages of a file, or numbered files of one each. The
 * picture decoded last is kept: a still is decoded once.
 */
final class PictureSource implements FrameSource {
    private final SourceInfo info;
    private final List<Path> files;
    private final List<String> notes;
    private PictureFile opened;
    private StillPicture decoded;
    private int decodedIndex;
    private int next;

    private PictureSource(SourceInfo info, List<Path> files, List<String> notes, PictureFile opened,
            StillPicture decoded) {
        this.info = info;
        this.files = files;
        this.notes = notes;
        this.opened = opened;
        this.decoded = decoded;
    }

    /** @throws IOException if the first page cannot be read */
    static PictureSource file(String address, Path file, PictureFile opened, double framesPerSecond)
            throws IOException {
        String name = String.valueOf(file.getFileName());
        return of(address, name, opened.pages(), List.of(file), List.of(), opened, framesPerSecond);
    }

    /** @throws IOException if the first is no picture */
    static PictureSource sequence(String address, NumberedSequence sequence, double framesPerSecond)
            throws IOException {
        List<Path> files = sequence.files();
        return of(address, sequence.pattern().toString(), files.size(), files, sequence.notes(),
                open(files.getFirst()), framesPerSecond);
    }

    private static PictureSource of(String address, String name, int count, List<Path> files, List<String> notes,
            PictureFile opened, double framesPerSecond) throws IOException {
        StillPicture first = opened.page(0);
        String detail = (count == 1 ? "picture " : count + " pictures ") + first.size();
        return new PictureSource(new SourceInfo(address, name, first.size(), framesPerSecond, false, count, detail),
                files, notes, opened, first);
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
        picture(next).copyTo(target);
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

    private StillPicture picture(int index) throws IOException {
        if (index != decodedIndex) {
            decoded = files.size() == 1 ? opened.page(index) : only(files.get(index));
            decodedIndex = index;
            if (!decoded.size().equals(info.size())) {
                String which = files.size() == 1
                        ? "page " + (index + 1) + " of " + files.getFirst()
                        : "" + files.get(index);
                throw new IOException(which + " is " + decoded.size() + " but the sequence began with "
                        + info.size() + "; bring all to one size");
            }
        }
        return decoded;
    }

    private StillPicture only(Path file) throws IOException {
        opened = open(file);
        return opened.page(0);
    }

    /** One of numbered files. */
    private static PictureFile open(Path file) throws IOException {
        PictureFile picture = PictureDecoder.open(file, file.toString());
        if (picture == null) {
            throw new IOException(file + " is not a picture that can be read; save it as PNG");
        }
        if (picture.pages() != 1) {
            throw new IOException(file + " has " + picture.pages() + " pages; numbered pictures have one each");
        }
        return picture;
    }
}

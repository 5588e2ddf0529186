package io.github.slitstream.media;

import io.github.slitstream.file.PartialFile;
import io.github.slitstream.file.UnfinishedFile;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;

/** Makes complete files of what was kept of unfinished ones: their packets stay as they are. */
final class VideoRecovery {
    private VideoRecovery() {}

    /** Brings what is whole of an unfinished file into a complete one. */
    @FunctionalInterface
    interface Copying {
        void copy(Path from, Path to) throws IOException;
    }

    /**
     * One that was left, perhaps cut off anywhere.
     *
     * @return the complete file; the unfinished one is gone
     * @throws IOException if it holds no picture or cannot be copied; it stays as it is
     */
    static Path recover(Path path) throws IOException {
        FFmpegLibraries.load();
        OutputFormat format = OutputFormat.of(path.toString()).filter(each -> each.holds().isMoving()).orElseThrow(
                () -> new IOException(path + " is no unfinished recording, which is " + OutputFormat.allowed()));
        try (UnfinishedFile file = UnfinishedFile.adopt(path)) {
            return complete(file, Muxer.of(format));
        }
    }

    /** Puts a file in its place that was written to its end. */
    static Path finish(UnfinishedFile file, Muxer muxer) throws IOException {
        file.restore();
        file.lock();
        return muxer.isFragmented() ? complete(file, muxer) : file.moveIntoPlace();
    }

    /** Of a file of pieces, or one that was not ended, one of one piece that is. */
    static Path complete(UnfinishedFile file, Muxer muxer) throws IOException {
        return complete(file, (from, to) -> {
            if (copy(from, to, muxer) == 0) {
                throw nothingIn(from);
            }
        });
    }

    /** The same in a certain way; an unfinished file that cannot be completed stays as it is. */
    static Path complete(UnfinishedFile file, Copying way) throws IOException {
        try (PartialFile copy = new PartialFile(file.target())) {
            way.copy(file.path(), copy.path());
            file.lock();
            return file.replaceBy(copy.path());
        } catch (FFmpegException failure) {
            if (failure.isUnreadable()) {
                throw new IOException(file.path() + " is damaged from its beginning on (" + failure.reason()
                        + "): nothing can be made of it here; it stays as it is, delete it or take another one",
                        failure);
            }
            throw new IOException(file.path() + " cannot be completed (" + failure.reason()
                    + "); it stays as it is: make room, then run slitstream recover '" + file.path() + "'", failure);
        }
    }

    /** @return how many packets or pictures were copied */
    private static long copy(Path from, Path to, Muxer muxer) throws IOException {
        if (muxer == Muxer.WEBP) { // FFmpeg writes animations but does not read them
            long pictures = RiffFile.copyWhole(from, to);
            RiffFile.replaceEach(to);
            return pictures;
        }
        return StreamCopy.copy(url(from, muxer), to, muxer.ffmpegName(), muxer.options(Keeping.WHOLE));
    }

    /** A fragment that was cut off makes a file unreadable: only what is before it is read. */
    private static String url(Path path, Muxer muxer) throws IOException {
        if (!muxer.isFragmented()) {
            return "file:" + path;
        }
        long whole = BoxFile.wholeBytes(path);
        if (whole == 0) {
            throw nothingIn(path);
        }
        return "subfile,,start,0,end," + whole + ",,:file:" + path;
    }

    private static IOException nothingIn(Path path) {
        return new IOException(path + " holds no whole picture, so nothing can be made of it; delete it");
    }
}

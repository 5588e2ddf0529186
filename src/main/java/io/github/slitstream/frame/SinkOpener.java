package io.github.slitstream.frame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Port: opens outputs by address. */
@FunctionalInterface
public interface SinkOpener {
    /**
     * @return a sink for what was asked for; where the address stands for pictures only, one that refuses sound, see
     * {@link Sink#hasSound}
     * @throws IOException if it cannot be written there; the message names the output, the reason and the way out in
     *     one line
     */
    Sink open(SinkRequest request) throws IOException;

    /**
     * Begins to keep the newest of what will be written.
     *
     * @param request its address says by its ending in which format; no such file is made
     * @throws IOException if nothing of that format can be kept; the message names the way out in one line
     */
    default Replay openReplay(SinkRequest request, Replay.Limits limits) throws IOException {
        throw new IOException(request.address() + " cannot be kept in memory; record it");
    }

    /** Opens an output for pictures of square pixels alone. */
    default Sink open(String address, FrameSize size, double framesPerSecond) throws IOException {
        return open(SinkRequest.silent(address, size, framesPerSecond));
    }

    /**
     * The files that an output of this address would replace, as far as there are any now.
     *
     * @throws IOException if it is no address of an output
     */
    default Collection<Path> replaced(String address) throws IOException {
        return List.of();
    }

    /**
     * The encoders of a format that work on this machine, the best first, by names for {@link Encoding}. May take long.
     */
    default List<String> encoders(OutputFormat format) throws IOException {
        return List.of();
    }

    /** How many bytes a second of such an output takes, roughly; 0 where nobody knows. */
    default double expectedBytes(OutputFormat format, SinkRequest request) throws IOException {
        return 0;
    }

    /**
     * The files in a folder, and in the folders in it, that were {@linkplain Keeping#WRITTEN kept} unfinished and that
     * nobody is writing, in the order of their names.
     *
     * @throws IOException if the folder cannot be read
     */
    default List<Path> unfinished(Path folder) throws IOException {
        return List.of();
    }

    /**
     * Makes a complete file of an unfinished one, beside it, and deletes that. No file is replaced.
     *
     * @return the complete file
     * @throws IOException if nothing can be made of it, or somebody is writing it; then it stays as it is
     */
    default Path recover(Path unfinished) throws IOException {
        throw new IOException(unfinished + " is no unfinished recording; name one");
    }
}

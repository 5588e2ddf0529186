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
}

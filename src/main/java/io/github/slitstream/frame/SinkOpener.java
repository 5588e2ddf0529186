package io.github.slitstream.frame;

import java.io.IOException;

/** Port: opens outputs by address. */
@FunctionalInterface
public interface SinkOpener {
    /**
     * @param address a video file, a still ({@code .png}) or a numbered sequence ({@code frames/%05d.png})
     * @param framesPerSecond nominal rate of what will be written
     * @throws IOException if it cannot be written there; the message names the output, the reason and the way out in
     *     one line
     */
    Sink open(String address, FrameSize size, double framesPerSecond) throws IOException;
}

package io.github.slitstream.frame;

import java.io.IOException;
import java.util.List;

/** Port: opens sources by address and knows the cameras. */
public interface SourceOpener {
    /**
     * @throws IOException if it cannot be opened; the message names the source, the reason and the way out in one line
     */
    FrameSource open(SourceRequest request) throws IOException;

    /**
     * The cameras of this machine, first the one that {@code camera:} means. Empty where there are none or they cannot
     * be listed.
     */
    List<Camera> cameras();

    /**
     * @param address opens it, such as {@code camera:0}
     * @param name for people
     */
    record Camera(String address, String name) {}
}

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
     * The microphones and other inputs for sound; the address of each, behind that of a live source, makes it that
     * one's sound. Empty where there are none or they cannot be listed.
     */
    default List<Camera> microphones() {
        return List.of();
    }

    /**
     * @param address opens it, such as {@code camera:0}
     * @param name for people
     */
    record Camera(String address, String name) {}
}

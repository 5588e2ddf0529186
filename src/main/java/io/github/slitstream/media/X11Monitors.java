package io.github.slitstream.media;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.media.ScreenPart.Region;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Where the displays of an X server lie on its desktop, by Xinerama, which every server of today speaks. */
@SuppressWarnings("restricted") // memory is as long as Xlib says
final class X11Monitors {
    /** XineramaScreenInfo: an int, its number, and four shorts, x, y, width and height. */
    private static final long INFO_BYTES = 12;

    private X11Monitors() {}

    /**
     * @param server as {@code DISPLAY} names it
     * @return at least one
     * @throws IOException if the server does not answer or a library is missing
     */
    static List<Region> of(String server) throws IOException {
        NativeLibrary xlib = NativeLibrary.load("libX11.so.6", "libx11-6");
        NativeLibrary xinerama = NativeLibrary.load("libXinerama.so.1", "libxinerama1");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment connection = xlib.address("XOpenDisplay", FunctionDescriptor.of(ADDRESS, ADDRESS),
                    arena.allocateFrom(server));
            if (connection.equals(MemorySegment.NULL)) {
                throw new IOException("the display " + server + " does not answer; start it from a desktop session");
            }
            MemorySegment count = arena.allocate(JAVA_INT);
            MemorySegment infos = xinerama.address("XineramaQueryScreens",
                    FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS), connection, count);
            List<Region> monitors = regions(infos.reinterpret(count.get(JAVA_INT, 0) * INFO_BYTES));
            xlib.call("XFree", FunctionDescriptor.of(JAVA_INT, ADDRESS), infos);
            xlib.call("XCloseDisplay", FunctionDescriptor.of(JAVA_INT, ADDRESS), connection);
            if (monitors.isEmpty()) {
                throw new IOException("the display " + server + " does not tell its size; switch on its RandR");
            }
            return monitors;
        }
    }

    private static List<Region> regions(MemorySegment infos) {
        List<Region> regions = new ArrayList<>();
        for (long at = JAVA_INT.byteSize(); at < infos.byteSize(); at += INFO_BYTES) {
            FrameSize size = new FrameSize(infos.get(JAVA_SHORT, at + 4), infos.get(JAVA_SHORT, at + 6));
            regions.add(new Region(infos.get(JAVA_SHORT, at), infos.get(JAVA_SHORT, at + 2), size));
        }
        return List.copyOf(regions);
    }
}

package io.github.slitstream.media;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The windows of an X server by their titles. It is asked through xcb: Xlib would end the program when a window goes
 * away while it is asked for.
 */
@SuppressWarnings("restricted") // memory is as long as xcb says
final class X11Windows implements AutoCloseable {
    /** A question's number, by which its reply is asked for. */
    private static final MemoryLayout COOKIE = MemoryLayout.structLayout(JAVA_INT);
    private static final MemoryLayout SCREENS = MemoryLayout.structLayout(ADDRESS, JAVA_INT, JAVA_INT);
    private static final int WM_NAME = 39;
    private static final int ANY_TYPE = 0;
    private static final int LONGEST_TITLE_WORDS = 256;
    private static final byte VIEWABLE = 2;
    /** Window managers lay windows into frames of theirs, at most so deep. */
    private static final int DEEPEST = 4;

    private final NativeLibrary xcb = NativeLibrary.load("libxcb.so.1", "libxcb1");
    private final NativeLibrary memory = NativeLibrary.load("libc.so.6", "libc6");
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment connection;
    private final int utf8Name;

    /** @param id by which x11grab knows it */
    record Titled(int id, String title) {}

    private X11Windows(String server) throws IOException {
        connection = xcb.address("xcb_connect", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS),
                arena.allocateFrom(server), MemorySegment.NULL);
        if ((int) xcb.call("xcb_connection_has_error", FunctionDescriptor.of(JAVA_INT, ADDRESS), connection) != 0) {
            close();
            throw new IOException("the display " + server + " does not answer; start it from a desktop session");
        }
        utf8Name = atom("_NET_WM_NAME");
    }

    /**
     * The window that is meant by a title, or by how one begins, in upper or lower case.
     *
     * @throws IOException if there is none or several
     */
    static Titled find(String server, String title) throws IOException {
        try (X11Windows windows = new X11Windows(server)) {
            return pick(title, windows.visible());
        }
    }

    /** @param windows those that can be seen */
    static Titled pick(String title, List<Titled> windows) throws IOException {
        List<Titled> exact = windows.stream().filter(window -> window.title.equalsIgnoreCase(title)).toList();
        String start = title.toLowerCase(Locale.ROOT);
        List<Titled> matches = !exact.isEmpty()
                ? exact
                : windows.stream().filter(window -> window.title.toLowerCase(Locale.ROOT).startsWith(start)).toList();
        if (matches.size() == 1) {
            return matches.getFirst();
        }
        String known = windows.stream().map(window -> "'" + window.title + "'").limit(8)
                .collect(Collectors.joining(", "));
        throw new IOException((matches.isEmpty() ? "no window has" : "more than one window has") + " that title; "
                + (known.isEmpty() ? "" : "there are " + known + "; ") + ScreenPart.ALLOWED);
    }

    private List<Titled> visible() {
        List<Titled> found = new ArrayList<>();
        MemorySegment setup = xcb.address("xcb_get_setup", FunctionDescriptor.of(ADDRESS, ADDRESS), connection);
        MemorySegment screens = xcb.address("xcb_setup_roots_iterator", FunctionDescriptor.of(SCREENS, ADDRESS),
                (SegmentAllocator) arena, setup);
        int root = screens.get(ADDRESS, 0).reinterpret(JAVA_INT.byteSize()).get(JAVA_INT, 0);
        addChildren(root, 1, found);
        return found;
    }

    private void addChildren(int window, int depth, List<Titled> found) {
        for (int child : children(window)) {
            if (!isViewable(child)) {
                continue;
            }
            Optional<String> title = title(child, utf8Name).or(() -> title(child, WM_NAME));
            if (title.isPresent()) {
                found.add(new Titled(child, title.get()));
            } else if (depth < DEEPEST) {
                addChildren(child, depth + 1, found);
            }
        }
    }

    private int[] children(int window) {
        MemorySegment reply = reply("xcb_query_tree", window);
        if (reply.equals(MemorySegment.NULL)) {
            return new int[0];
        }
        int count = Short.toUnsignedInt(reply.reinterpret(32).get(JAVA_SHORT, 16));
        int[] children = reply.reinterpret(32 + 4L * count).asSlice(32).toArray(JAVA_INT);
        free(reply);
        return children;
    }

    private boolean isViewable(int window) {
        MemorySegment reply = reply("xcb_get_window_attributes", window);
        if (reply.equals(MemorySegment.NULL)) {
            return false;
        }
        boolean viewable = reply.reinterpret(44).get(JAVA_BYTE, 26) == VIEWABLE;
        free(reply);
        return viewable;
    }

    private Optional<String> title(int window, int property) {
        MemorySegment cookie = xcb.address("xcb_get_property", FunctionDescriptor.of(COOKIE, ADDRESS, JAVA_BYTE,
                JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), arena, connection, (byte) 0, window, property,
                ANY_TYPE, 0, LONGEST_TITLE_WORDS);
        MemorySegment reply = reply("xcb_get_property", cookie);
        if (reply.equals(MemorySegment.NULL)) {
            return Optional.empty();
        }
        int bytes = reply.reinterpret(32).get(JAVA_INT, 16) * reply.reinterpret(32).get(JAVA_BYTE, 1) / Byte.SIZE;
        byte[] text = reply.reinterpret(32L + bytes).asSlice(32).toArray(JAVA_BYTE);
        free(reply);
        return Optional.of(new String(text, StandardCharsets.UTF_8).strip()).filter(title -> !title.isEmpty());
    }

    private int atom(String name) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        MemorySegment cookie = xcb.address("xcb_intern_atom",
                FunctionDescriptor.of(COOKIE, ADDRESS, JAVA_BYTE, JAVA_SHORT, ADDRESS), arena, connection, (byte) 0,
                (short) letters.length, arena.allocateFrom(JAVA_BYTE, letters));
        MemorySegment reply = reply("xcb_intern_atom", cookie);
        if (reply.equals(MemorySegment.NULL)) {
            return WM_NAME;
        }
        int atom = reply.reinterpret(12).get(JAVA_INT, 8);
        free(reply);
        return atom;
    }

    /** Asks what needs to know the window only. @return memory to be freed, or NULL if the window is gone */
    private MemorySegment reply(String question, int window) {
        return reply(question, xcb.address(question, FunctionDescriptor.of(COOKIE, ADDRESS, JAVA_INT), arena,
                connection, window));
    }

    private MemorySegment reply(String question, MemorySegment cookie) {
        return xcb.address(question + "_reply", FunctionDescriptor.of(ADDRESS, ADDRESS, COOKIE, ADDRESS), connection,
                cookie, MemorySegment.NULL);
    }

    private void free(MemorySegment reply) {
        memory.call("free", FunctionDescriptor.ofVoid(ADDRESS), reply);
    }

    @Override
    public void close() {
        xcb.call("xcb_disconnect", FunctionDescriptor.ofVoid(ADDRESS), connection);
        arena.close();
    }
}

package io.github.slitstream.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Whether this machine can show a window, found out without JavaFX, which on Linux would end the program where X11 or
 * GTK is missing.
 *
 * @param linux whether X11 and GTK are what a window needs
 * @param environment variables
 * @param library whether a native library of this name can be loaded
 * @param connects whether the X server that the environment names answers
 */
record Display(boolean linux, Map<String, String> environment, Predicate<String> library, BooleanSupplier connects) {
    private static final String X11 = "libX11.so.6";
    private static final List<Library> NEEDED = List.of(new Library(X11, "libx11-6"),
            new Library("libXtst.so.6", "libxtst6"), new Library("libgtk-3.so.0", "libgtk-3-0"));

    /** @param debianPackage where Debian and Ubuntu have it */
    private record Library(String file, String debianPackage) {}

    static Display ofThisMachine() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")
                && !"Headless".equals(System.getProperty("glass.platform"));
        return new Display(linux, System.getenv(), Display::isLoadable, Display::xServerAnswers);
    }

    /** Why there can be no window and what to do about it, in one sentence; empty if there can be one. */
    Optional<String> obstacle() {
        if (!linux) {
            return Optional.empty();
        }
        String name = environment.getOrDefault("DISPLAY", "");
        if (name.isEmpty()) {
            return Optional.of(environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
                    ? "there is no display (DISPLAY is not set): start it from a desktop session"
                    : "there is no X11 display (DISPLAY is not set): "
                            + "switch Xwayland on (Debian, Ubuntu: apt install xwayland)");
        }
        for (Library needed : NEEDED) {
            if (!library.test(needed.file)) {
                return Optional.of(needed.file + " is missing: install it (Debian, Ubuntu: apt install "
                        + needed.debianPackage + ")");
            }
        }
        return connects.getAsBoolean()
                ? Optional.empty()
                : Optional.of("the display " + name + " does not answer: start it from a desktop session");
    }

    @SuppressWarnings("restricted") // JavaFX loads the same library
    private static boolean isLoadable(String file) {
        try {
            SymbolLookup.libraryLookup(file, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @SuppressWarnings("restricted") // called with the types that Xlib declares
    private static boolean xServerAnswers() {
        Linker linker = Linker.nativeLinker();
        SymbolLookup xlib = SymbolLookup.libraryLookup(X11, Arena.global());
        try {
            MemorySegment connection = (MemorySegment) linker
                    .downcallHandle(xlib.findOrThrow("XOpenDisplay"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                    .invokeExact(MemorySegment.NULL);
            if (connection.equals(MemorySegment.NULL)) {
                return false;
            }
            int ignored = (int) linker
                    .downcallHandle(xlib.findOrThrow("XCloseDisplay"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                    .invokeExact(connection);
            return true;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}

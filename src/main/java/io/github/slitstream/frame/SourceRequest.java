package io.github.slitstream.frame;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What somebody wants to see.
 *
 * @param address {@code demo:} or {@code demo:640x360@120}, {@code camera:}, {@code camera:0}, {@code camera:NAME},
 *     {@code screen:}, {@code screen:2}, {@code screen:640x480+100+50}, {@code screen:TITLE}, {@code rig:FILE}, a URL,
 *     or a path of a video, a still or a numbered PNG sequence. A live source may be followed by {@code +microphone:}
 *     or {@code +microphone:NAME}.
 * @param width wished from sources that can choose, in pixels
 * @param height likewise
 * @param framesPerSecond likewise
 * @param startNanos where a file begins to play in the window; openers take no notice of it
 */
public record SourceRequest(String address, int width, int height, double framesPerSecond, long startNanos) {
    public static final String DEMO = "demo:";
    public static final String CAMERA = "camera:";
    public static final String SCREEN = "screen:";
    public static final String RIG = "rig:";
    /** Behind the address of a live source: its sound comes from the microphone of the name that follows. */
    public static final String MICROPHONE = "+microphone:";

    /** From the beginning. */
    public SourceRequest(String address, int width, int height, double framesPerSecond) {
        this(address, width, height, framesPerSecond, 0);
    }

    /** 720p at 30 frames a second: what most webcams give. */
    public static SourceRequest of(String address) {
        return new SourceRequest(address, 1280, 720, 30);
    }

    /** The same wishes for another source. */
    public SourceRequest at(String other) {
        return new SourceRequest(other, width, height, framesPerSecond, startNanos);
    }

    public SourceRequest startingAt(long nanos) {
        return new SourceRequest(address, width, height, framesPerSecond, nanos);
    }

    /**
     * Where {@link #MICROPHONE} begins behind the address of a live source; the length of an address that has none, as
     * that of a file whose name contains these very letters.
     */
    public static int microphone(String address) {
        int begin = address.lastIndexOf(MICROPHONE);
        return begin < 0 || isFile(address) ? address.length() : begin;
    }

    private static boolean isFile(String address) {
        try {
            return Files.exists(Path.of(address));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** An address as an audience may see it: without the name and the password that a URL may hold. */
    public static String shown(String address) {
        return address.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)[^/]*@", "$1");
    }
}

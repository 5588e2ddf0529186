package io.github.slitstream.frame;

/**
 * What somebody wants to see.
 *
 * @param address {@code demo:} or {@code demo:640x360@120}, {@code camera:}, {@code camera:0}, {@code camera:NAME},
 *     {@code rig:FILE}, a URL, or a path of a video, a still or a numbered PNG sequence
 * @param width wished from sources that can choose, in pixels
 * @param height likewise
 * @param framesPerSecond likewise
 */
public record SourceRequest(String address, int width, int height, double framesPerSecond) {
    public static final String DEMO = "demo:";
    public static final String CAMERA = "camera:";
    public static final String RIG = "rig:";

    /** 720p at 30 frames a second: what most webcams give. */
    public static SourceRequest of(String address) {
        return new SourceRequest(address, 1280, 720, 30);
    }
}

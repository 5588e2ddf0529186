package io.github.slitstream.frame;

/** How a picture is brought to another size. */
public enum Resampling {
    NEAREST, LINEAR, CUBIC, LANCZOS4, AREA
}

package io.github.slitstream.rig;

/** A point of a picture in pixels, x to the right and y down. */
public record PicturePoint(double x, double y) {}

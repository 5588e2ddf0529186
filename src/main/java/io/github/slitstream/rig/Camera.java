package io.github.slitstream.rig;

/**
 * A pinhole camera of a rig.
 *
 * @param name for people: a file's name, or the camera's number where it has none
 */
public record Camera(String name, ProjectionMatrix matrix) {}

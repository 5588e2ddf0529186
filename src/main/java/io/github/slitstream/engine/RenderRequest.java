package io.github.slitstream.engine;

import io.github.slitstream.preset.Preset;

/**
 * What the next picture is to be made by.
 *
 * @param bypassed whether the effects are left out, and keep their state
 */
record RenderRequest(Preset preset, boolean bypassed) {}

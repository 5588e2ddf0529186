/**
 * The window's entrance: what it is given by whoever wires the program together, and the start of JavaFX. The parts are
 * {@code model} (what the window knows, testable without one), {@code control} (controls made from declared
 * parameters), {@code chain} (ring and effect cards), {@code picture} (frames on the screen), {@code rig} (two pictures
 * of a rig) and {@code stage} (picture, bars and the window itself). May know everything but {@code media} and
 * {@code cli}.
 */
@NullMarked
package io.github.slitstream.view;

import org.jspecify.annotations.NullMarked;

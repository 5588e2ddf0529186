/**
 * What the window knows and does, without a scene: the preset being played, recordings, words for the status line and
 * the banner, remembered settings. Receives the player and the ports, hands plain values to the scene. May not use
 * {@code javafx.scene} or {@code javafx.stage}. Everything here belongs to one thread, that of JavaFX, unless it says
 * otherwise.
 */
@NullMarked
package io.github.slitstream.view.model;

import org.jspecify.annotations.NullMarked;

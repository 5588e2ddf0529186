/**
 * The window around the picture: the picture itself, top bar, banner, status strip, shortcut sheet, and what ties them
 * to the models and the keyboard.
 */
@NullMarked
package io.github.slitstream.view.stage;

import org.jspecify.annotations.NullMarked;

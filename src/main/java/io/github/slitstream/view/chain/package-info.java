/**
 * The panel beside the picture: the ring settings and the chain of effects as cards. Receives the preset and the delay
 * maps at work, hands every change to the preset model.
 */
@NullMarked
package io.github.slitstream.view.chain;

import org.jspecify.annotations.NullMarked;

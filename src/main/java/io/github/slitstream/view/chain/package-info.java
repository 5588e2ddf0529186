/**
 * The panel beside the picture: the ring settings and the chain of effects as cards. Receives the look and the delay
 * maps at work, hands every change to the look model.
 */
@NullMarked
package io.github.slitstream.view.chain;

import org.jspecify.annotations.NullMarked;

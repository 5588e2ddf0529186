/**
 * Two pictures of a camera rig side by side. Receives the rig's model, hands it clicks and keys. May know {@code model}
 * and {@code picture}.
 */
@NullMarked
package io.github.slitstream.view.rig;

import org.jspecify.annotations.NullMarked;

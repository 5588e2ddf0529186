package io.github.slitstream.effect;

import io.github.slitstream.pattern.DelayMap;
import java.util.Optional;

/** What can be watched of an effect at work, as of its last picture, and begun by hand. Any thread. */
public interface EffectMonitor {
    /**
     * The map by which it looks into the past, the same as long as it is at work; only of a type that declares a
     * {@link DelayLegend}.
     */
    default Optional<DelayMap> delayMap() {
        return Optional.empty();
    }

    /** What there is to know about the picture, in a few words; empty if nothing. */
    default Optional<String> note() {
        return Optional.empty();
    }

    /**
     * Begins anew with the next picture, where it goes on by itself and can be begun by hand.
     *
     * @return whether it does
     */
    default boolean trigger() {
        return false;
    }
}

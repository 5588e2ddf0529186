package io.github.slitstream.engine.chain;

import io.github.slitstream.effect.DelayMask;
import io.github.slitstream.effect.Effect;
import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.pattern.DelayMap;
import java.util.Optional;

/** Watches an effect that cannot be masked, and says so where a mask is asked for. */
final class MissingMask implements EffectMonitor {
    private final Effect effect;
    private final String reason;
    private volatile boolean isAskedFor;

    /** @param reason why not, and the way out */
    MissingMask(Effect effect, String reason) {
        this.effect = effect;
        this.reason = reason;
    }

    /** Takes over the values for the picture that is about to be rendered. */
    void prepare(ParameterValues values) {
        isAskedFor = values.get(DelayMask.MASK) != DelayMask.OFF;
    }

    @Override
    public Optional<DelayMap> delayMap() {
        return effect.delayMap();
    }

    @Override
    public Optional<String> note() {
        return isAskedFor ? Optional.of(reason) : effect.note();
    }

    @Override
    public boolean trigger() {
        return effect.trigger();
    }
}

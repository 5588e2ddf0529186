package io.github.slitstream.view.model;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.Tempo;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.util.function.DoubleUnaryOperator;

/**
 * Plays the pace of time by keys: that of the first effect of the chain which has one. Where there is none it is added
 * at the beginning; one that is off is switched on.
 */
public final class TimePace {
    /** From back to catching up, one key apart. */
    private static final double[] STEPS = {-1, -0.5, -0.25, 0, 0.25, 0.5, 1, 2, 4};
    private static final double AS_IT_COMES = 1;

    private final PresetModel model;

    public TimePace(PresetModel model) {
        this.model = model;
    }

    /** Time stands still, or goes on where it stood. */
    public void toggle() {
        toPace(pace -> pace == 0 ? AS_IT_COMES : 0);
    }

    /** Runs faster than it comes until it is now again, and then as it comes. */
    public void catchUp() {
        change((tempo, values, pace) -> tempo.now().apply(values));
    }

    public void slower() {
        toPace(TimePace::below);
    }

    public void faster() {
        toPace(TimePace::above);
    }

    private static double below(double pace) {
        double slower = STEPS[0];
        for (double step : STEPS) {
            slower = step < pace ? step : slower;
        }
        return slower;
    }

    private static double above(double pace) {
        for (double step : STEPS) {
            if (step > pace) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /** What becomes of the values of an effect that has a pace. */
    @FunctionalInterface
    private interface Change {
        Values of(Tempo tempo, Values values, double pace);
    }

    private void toPace(DoubleUnaryOperator change) {
        change((tempo, values, pace) -> tempo.setter().at(values, change.applyAsDouble(pace)));
    }

    private void change(Change change) {
        model.change(preset -> {
            Preset played = preset.chain().stream().anyMatch(TimePace::hasPace) ? preset : withPace(preset);
            Slot slot = played.chain().stream().filter(TimePace::hasPace).findFirst().orElseThrow();
            return played.with(slot.id(), found -> changed(found, change));
        });
    }

    private static boolean hasPace(Slot slot) {
        return slot.type().offers().tempo().isPresent();
    }

    private static Preset withPace(Preset preset) {
        EffectType type = Effects.ALL.stream().filter(each -> each.offers().tempo().isPresent()).findFirst()
                .orElseThrow();
        Preset longer = preset.plus(Slot.of(type));
        return longer.moved(longer.chain().getLast().id(), 0);
    }

    private static Slot changed(Slot slot, Change change) {
        Tempo tempo = slot.type().offers().tempo().orElseThrow();
        double pace = slot.enabled() ? tempo.pace().applyAsDouble(slot.values()) : AS_IT_COMES;
        return slot.withEnabled(true).withValues(change.of(tempo, slot.values(), pace));
    }
}

package io.github.slitstream.view.chain;

import io.github.slitstream.effect.DelayLegend;
import io.github.slitstream.effect.DelayUnit;
import io.github.slitstream.effect.Lookahead;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.view.control.NumberRow;
import io.github.slitstream.view.control.NumberScale;
import io.github.slitstream.view.control.ParameterRow;
import java.util.function.Function;

/**
 * What the card of an effect with a delay map has: the map, live, and a slider for the depth that ends where the ring
 * ends, in the unit that is chosen, and begins as far ahead as there is something to be seen.
 */
final class DelayControls {
    /** Seconds on the slider for each frame of the ring: at the usual 30 frames a second. */
    private static final double SECONDS_PER_FRAME = 1 / 30.0;

    private final DelayLegend legend;
    private final Lookahead lookahead;
    private final Function<Parameter<?>, ParameterRow<?>> rows;
    private final DelayMapView map = new DelayMapView();

    /** @param rows the row of a parameter of the effect */
    DelayControls(DelayLegend legend, Lookahead lookahead, Function<Parameter<?>, ParameterRow<?>> rows) {
        this.legend = legend;
        this.lookahead = lookahead;
        this.rows = rows;
    }

    DelayMapView map() {
        return map;
    }

    void follow(Preset preset, Values values) {
        DelayUnit unit = legend.unit().apply(values);
        map.count(unit);
        int ring = preset.ring().get(RingSettings.LENGTH);
        int ahead = Math.min(lookahead.frames().applyAsInt(values), ring - 1);
        legend.depth().ifPresent(depth -> scale(depth, values.get(depth), ahead, ring - ahead, unit));
    }

    @SuppressWarnings("unchecked") // the row of a Real is a row of doubles
    private void scale(Real depth, double value, int ahead, int back, DelayUnit unit) {
        double ofFrame = unit == DelayUnit.SECONDS ? SECONDS_PER_FRAME : 1;
        double start = ahead == 0 ? 0 : -(ahead + 1) * ofFrame; // now counts as well
        NumberRow<Double> row = (NumberRow<Double>) rows.apply(depth);
        row.rescale(new NumberScale<>(depth.slider(start, back * ofFrame)),
                value == 0 ? "= " + unit.whole() : unit.label());
    }
}

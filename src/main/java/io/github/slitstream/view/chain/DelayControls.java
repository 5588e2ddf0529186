package io.github.slitstream.view.chain;

import io.github.slitstream.effect.DelayLegend;
import io.github.slitstream.effect.DelayUnit;
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
 * ends, in the unit that is chosen.
 */
final class DelayControls {
    /** Seconds on the slider for each frame of the ring: at the usual 30 frames a second. */
    private static final double SECONDS_PER_FRAME = 1 / 30.0;

    private final DelayLegend legend;
    private final Function<Parameter<?>, ParameterRow<?>> rows;
    private final DelayMapView map = new DelayMapView();

    /** @param rows the row of a parameter of the effect */
    DelayControls(DelayLegend legend, Function<Parameter<?>, ParameterRow<?>> rows) {
        this.legend = legend;
        this.rows = rows;
    }

    DelayMapView map() {
        return map;
    }

    void follow(Preset preset, Values values) {
        DelayUnit unit = legend.unit().apply(values);
        map.count(unit);
        legend.depth().ifPresent(
                depth -> scale(depth, values.get(depth), preset.ring().get(RingSettings.LENGTH), unit));
    }

    @SuppressWarnings("unchecked") // the row of a Real is a row of doubles
    private void scale(Real depth, double value, int ring, DelayUnit unit) {
        double end = unit == DelayUnit.SECONDS ? ring * SECONDS_PER_FRAME : ring;
        NumberRow<Double> row = (NumberRow<Double>) rows.apply(depth);
        row.rescale(new NumberScale<>(depth.slider(0, end)), value == 0 ? "= " + unit.whole() : unit.label());
    }
}

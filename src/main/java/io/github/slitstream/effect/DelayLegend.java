package io.github.slitstream.effect;

import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the delay map of an effect is to be read.
 *
 * @param depth the parameter that says how far the map reaches, 0 being everything there is; empty if none does
 * @param unit what depth and delays count under some values
 */
public record DelayLegend(Optional<Real> depth, Function<ParameterValues, DelayUnit> unit) {}

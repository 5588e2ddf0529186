package io.github.slitstream.effect;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an effect has for those who show it and get it ready, beside its parameters. Whoever shows effects asks for
 * these, never for a certain effect.
 *
 * @param handles points on its picture, in the order of the outline that they make
 * @param handlesOfOptions points that come with what is chosen, and make no outline
 * @param delays how its delay map is to be read; empty if it has none
 * @param flow between which frames it wants the flow, to look at what lies between them
 * @param ahead how it shows what will happen
 * @param tempo the pace of time that is played by keys; empty if it has none
 * @param warmUp under which values it is run before it is played
 */
public record Offers(List<Handle> handles, Function<Values, List<Handle>> handlesOfOptions,
        Optional<DelayLegend> delays, Function<ParameterValues, FlowAxis> flow,
        Lookahead ahead, Optional<Tempo> tempo, WarmUpValues warmUp) {

    /** No more than every effect has. */
    static Offers none(Values defaults) {
        return new Offers(List.of(), values -> List.of(), Optional.empty(), values -> FlowAxis.NONE, Lookahead.NONE,
                Optional.empty(),
                WarmUpValues.ofChoices(defaults));
    }

    public Offers withHandles(List<Handle> offered) {
        return new Offers(List.copyOf(offered), handlesOfOptions, delays, flow, ahead, tempo, warmUp);
    }

    public Offers withHandlesOfOptions(Function<Values, List<Handle>> offered) {
        return new Offers(handles, offered, delays, flow, ahead, tempo, warmUp);
    }

    /** All points on its picture under some values. */
    public List<Handle> handles(Values values) {
        return Stream.concat(handles.stream(), handlesOfOptions.apply(values).stream()).toList();
    }

    public Offers withDelays(DelayLegend offered) {
        return new Offers(handles, handlesOfOptions, Optional.of(offered), flow, ahead, tempo, warmUp);
    }

    public Offers withFlow(Function<ParameterValues, FlowAxis> wanting) {
        return new Offers(handles, handlesOfOptions, delays, wanting, ahead, tempo, warmUp);
    }

    public Offers withAhead(Lookahead offered) {
        return new Offers(handles, handlesOfOptions, delays, flow, offered, tempo, warmUp);
    }

    public Offers withTempo(Tempo offered) {
        return new Offers(handles, handlesOfOptions, delays, flow, ahead, Optional.of(offered), warmUp);
    }

    public Offers withWarmUp(WarmUpValues offered) {
        return new Offers(handles, handlesOfOptions, delays, flow, ahead, tempo, offered);
    }

    /** The parameters that it names. */
    Stream<Parameter<?>> parameters() {
        return Stream.concat(handles.stream().flatMap(handle -> handle.parameters().stream()),
                delays.flatMap(DelayLegend::depth).stream());
    }
}

package io.github.slitstream.live;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.effect.WarmUpValues;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chain to be played for a while among others.
 *
 * @param name its last effect, as the command line writes it
 */
record LiveScene(String name, Preset preset) {

    /**
     * One for each pattern, effect and option that effects name for their warm-up: temporal effects alone, the others
     * behind the first temporal one.
     *
     * @param base with the ring to play them on
     */
    static List<LiveScene> all(Preset base) {
        Slot behind = Slot.of(Effects.ALL.stream().filter(LiveScene::isTemporal).findFirst().orElseThrow());
        return Effects.ALL.stream()
                .flatMap(type -> of(type, isTemporal(type) ? List.of() : List.of(behind), base)).toList();
    }

    private static boolean isTemporal(EffectType type) {
        return type.footprint() == Footprint.TEMPORAL;
    }

    private static Stream<LiveScene> of(EffectType type, List<Slot> before, Preset base) {
        WarmUpValues warmUp = type.offers().warmUp();
        return Stream.concat(warmUp.first().stream(), warmUp.later().stream()).distinct()
                .map(values -> new LiveScene(name(type, values),
                        base.withChain(Stream.concat(before.stream(), Stream.of(Slot.of(type).withValues(values)))
                                .toList())));
    }

    private static String name(EffectType type, Values values) {
        return values.parameters().stream().filter(parameter -> !isDefault(parameter, values))
                .map(parameter -> parameter.id() + "=" + values.text(parameter))
                .collect(Collectors.joining(",", type.id() + ":", ""));
    }

    private static <T> boolean isDefault(Parameter<T> parameter, Values values) {
        return values.get(parameter).equals(parameter.defaultValue());
    }
}

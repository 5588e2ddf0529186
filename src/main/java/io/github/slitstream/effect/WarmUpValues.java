package io.github.slitstream.effect;

import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Values;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under which values an effect is to be run before Java has compiled what it needs.
 *
 * @param first those that lead to different kernels
 * @param later those that lead to different code of the effect itself
 */
public record WarmUpValues(List<Values> first, List<Values> later) {

    /** The defaults, and every option of every choice but the mask, of which an effect knows nothing. */
    static WarmUpValues ofChoices(Values defaults) {
        return new WarmUpValues(Stream.concat(Stream.of(defaults), defaults.always().stream()
                .filter(parameter -> parameter instanceof Choice && !parameter.equals(DelayMask.MASK))
                .flatMap(choice -> options(defaults, (Choice<?>) choice))).toList(),
                List.of());
    }

    private static <T extends Named> Stream<Values> options(Values defaults, Choice<T> choice) {
        return choice.options().stream().map(option -> defaults.with(choice, option));
    }
}

package io.github.slitstream.param;

import java.util.List;
import java.util.stream.Collectors;

/** Says of a parameter that only options bring which are not chosen where it belongs. */
final class Belonging {
    private Belonging() {}

    /**
     * @param id of such a parameter
     * @param values whose options are chosen
     */
    static BadValue refusal(String id, Values values) {
        for (Parameter<?> parameter : values.parameters()) {
            if (parameter instanceof Choice<?> choice && choice.options().stream().anyMatch(of -> brings(of, id))
                    && !brings(values.get(choice), id)) {
                return refusal(id, choice, values);
            }
        }
        throw new IllegalArgumentException("no option of what is chosen brings " + id);
    }

    private static <T extends Named> BadValue refusal(String id, Choice<T> choice, Values values) {
        Named chosen = values.get(choice);
        String owners = choice.options().stream().filter(option -> brings(option, id)).map(Named::id)
                .collect(Collectors.joining(", "));
        List<String> own = chosen.parameters().stream().map(Parameter::id).toList();
        return new BadValue("'" + id + "' is of " + choice.id() + "=" + owners + ", not of " + choice.id() + "="
                + chosen.id() + ", which takes " + (own.isEmpty() ? "nothing of its own" : String.join(", ", own)));
    }

    private static boolean brings(Named option, String id) {
        return option.parameters().stream().anyMatch(own -> own.id().equals(id)
                || (own instanceof Choice<?> choice && choice.options().stream().anyMatch(of -> brings(of, id))));
    }
}

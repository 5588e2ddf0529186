package io.github.slitstream.param;

import java.util.List;

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
        List<String> owners = choice.options().stream().filter(option -> brings(option, id)).map(Named::id).toList();
        List<String> own = chosen.parameters().stream().map(Parameter::id).toList();
        return new BadValue("'" + id + "' is of " + choice.id() + "=" + String.join(", ", owners) + ", not of "
                + choice.id() + "=" + chosen.id() + ", which takes "
                + (own.isEmpty() ? "nothing of its own" : String.join(", ", own)) + "; write " + choice.id() + "="
                + owners.getLast() + " beside it, or leave it out");
    }

    private static boolean brings(Named option, String id) {
        return id.startsWith(option.prefix()) && option.parameters().stream().anyMatch(own -> own.id().equals(id)
                || (own instanceof Choice<?> choice && choice.options().stream().anyMatch(of -> brings(of, id))));
    }
}

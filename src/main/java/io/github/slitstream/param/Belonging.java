package io.github.slitstream.param;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        String before = setting(choice, chosen);
        return new BadValue("'" + id + "' is of " + choice.id() + "=" + String.join(", ", owners) + ", not of " + before
                + ", which takes " + (own.isEmpty() ? "nothing of its own" : String.join(", ", own)) + "; write "
                + String.join(" and ", settings(choice, id)) + " instead of " + before + ", or leave " + id + " out");
    }

    /** The fewest choices to write so that a parameter has a say; empty where no option leads to it. */
    private static List<String> settings(Choice<?> choice, String id) {
        return choice.options().stream().filter(option -> brings(option, id))
                .map(option -> Stream.concat(Stream.of(setting(choice, option)), settings(option, id)).toList())
                .min(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    /** The same within an option, none where it brings the parameter itself. */
    private static Stream<String> settings(Named option, String id) {
        if (option.parameters().stream().anyMatch(own -> own.id().equals(id))) {
            return Stream.of();
        }
        return option.parameters().stream().filter(Choice.class::isInstance)
                .map(own -> settings((Choice<?>) own, id)).filter(settings -> !settings.isEmpty()).findFirst()
                .stream().flatMap(List::stream);
    }

    /**
     * Under which options a text is a value that is none under those that are chosen, to be put behind a message. Only
     * a choice is looked at of which every option brings the parameter, such as that of its unit.
     */
    static String elsewhere(String id, String text, Values values) {
        return values.parameters().stream().filter(Choice.class::isInstance).map(choice -> (Choice<?>) choice)
                .filter(choice -> choice.options().stream().allMatch(option -> own(option, id).isPresent()))
                .flatMap(choice -> choice.options().stream().filter(option -> takes(own(option, id), text))
                        .map(option -> "; with " + setting(choice, option) + " "
                                + own(option, id).map(Parameter::allowed).orElse("")))
                .collect(Collectors.joining());
    }

    private static Optional<Parameter<?>> own(Named option, String id) {
        return option.parameters().stream().filter(own -> own.id().equals(id)).findFirst();
    }

    private static boolean takes(Optional<Parameter<?>> parameter, String text) {
        try {
            parameter.ifPresent(own -> own.parse(text));
            return parameter.isPresent();
        } catch (BadValue e) {
            return false;
        }
    }

    private static String setting(Choice<?> choice, Named option) {
        return choice.id() + "=" + option.id();
    }

    private static boolean brings(Named option, String id) {
        return id.startsWith(option.prefix()) && option.parameters().stream().anyMatch(own -> own.id().equals(id)
                || (own instanceof Choice<?> choice && choice.options().stream().anyMatch(of -> brings(of, id))));
    }
}

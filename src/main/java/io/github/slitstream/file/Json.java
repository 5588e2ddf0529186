package io.github.slitstream.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON (RFC 8259) for scripts. */
public final class Json {
    private Json() {}

    /**
     * An object on one line, its members in the order of the map.
     *
     * @param members strings, booleans and numbers; what is neither finite nor a number in JSON becomes {@code null}
     */
    public static String object(Map<String, ?> members) {
        return members.entrySet().stream().map(member -> string(member.getKey()) + ": " + value(member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** A list, one value to a line. */
    public static String list(List<String> values) {
        return values.stream().collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private static String value(Object value) {
        return switch (value) {
            case String text -> string(text);
            case Boolean flag -> flag.toString();
            case Long whole -> whole.toString();
            case Double number when !Double.isFinite(number) -> "null";
            case Double number -> String.format(Locale.ROOT, "%.6f", number);
            default -> throw new IllegalArgumentException(value.getClass() + " has no form in JSON");
        };
    }

    private static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ') {
                quoted.append(String.format("\\u%04x", (int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}

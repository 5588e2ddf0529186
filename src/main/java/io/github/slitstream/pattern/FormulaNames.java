package io.github.slitstream.pattern;

import io.github.slitstream.param.Syntax.Completion;
import java.util.List;
import java.util.stream.Stream;

/** The names that a formula may hold: variables, and functions, which an opening parenthesis follows. */
final class FormulaNames {
    private FormulaNames() {}

    /** What the name may become that ends at a place. */
    static List<Completion> completions(String text, int at) {
        int from = beginning(text, at);
        String begun = text.substring(from, at);
        boolean goesOn = at < text.length() && FormulaScanner.isInName(text.charAt(at));
        if (begun.isEmpty() || goesOn || all().anyMatch(name -> bare(name).equals(begun))) {
            return List.of();
        }
        return all().filter(name -> name.startsWith(begun)).map(name -> new Completion(from, name)).toList();
    }

    /** A digit may be in a name, but not at its beginning. */
    private static int beginning(String text, int at) {
        int from = at;
        while (from > 0 && FormulaScanner.isInName(text.charAt(from - 1))) {
            from--;
        }
        while (from < at && Character.isDigit(text.charAt(from))) {
            from++;
        }
        return from;
    }

    private static Stream<String> all() {
        return Stream.concat(FormulaParser.variables().stream(),
                FormulaParser.functions().stream().map(name -> name + "("));
    }

    private static String bare(String name) {
        return name.endsWith("(") ? name.substring(0, name.length() - 1) : name;
    }
}

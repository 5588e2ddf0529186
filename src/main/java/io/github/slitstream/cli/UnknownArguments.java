package io.github.slitstream.cli;

import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Suggestion;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says of arguments that a command does not take what was probably meant. */
final class UnknownArguments {
    private static final String DASH = "-";
    private static final Pattern FILE_NAME = Pattern.compile("-[^=]*\\.\\w*[A-Za-z]\\w*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]+");

    private UnknownArguments() {}

    /** @param arguments all that were given */
    static String words(UnmatchedArgumentException wrong, String... arguments) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        String first = wrong.getUnmatched().getFirst();
        return misspelledCommand(command, arguments).orElseGet(
                () -> first.startsWith(DASH) ? option(first, wrong) : tooMany(first, command));
    }

    /**
     * What to say where the word behind the name of a command is nearly the name of one of its own commands, whatever
     * else it may stand for, as for a row of the bench.
     *
     * @param arguments all that were given
     */
    static Optional<String> misspelledCommand(CommandSpec command, String... arguments) {
        List<String> given = List.of(arguments);
        int behind = command.parent() == null ? 0 : given.indexOf(command.name()) + 1;
        return given.stream().skip(behind).filter(each -> !each.startsWith(DASH)).findFirst()
                .flatMap(word -> misspelled(word, command));
    }

    /** What to say of a word that is no file, but nearly the name of a command. */
    static Optional<String> misspelled(String word, CommandSpec command) {
        List<String> known = command.subcommands().values().stream().map(CommandLine::getCommandSpec)
                .filter(each -> !each.usageMessage().hidden()).map(CommandSpec::name).distinct().toList();
        return WORD.matcher(word).matches() && !isFile(word) && Suggestion.near(word, known).isPresent()
                ? Optional.of(BadValue.unknown("command", word, known).getMessage())
                : Optional.empty();
    }

    /**
     * The way out for arguments that begin as options do but are probably names of files; empty where there is none.
     */
    static String dashed(Collection<String> arguments) {
        return arguments.stream().filter(each -> each.startsWith(DASH) && (FILE_NAME.matcher(each).matches()
                || isFile(each))).findFirst().map(name -> "; the file '" + name + "' is written ./" + name).orElse("");
    }

    /** A question about an option that the command does not know, but nearly; empty where there is none. */
    static String misspelledOption(CommandSpec command, String... arguments) {
        List<String> known = List.copyOf(command.optionsMap().keySet());
        return Stream.of(arguments).map(UnknownArguments::name)
                .filter(name -> name.startsWith(DASH) && !known.contains(name))
                .flatMap(name -> Suggestion.near(name, known).stream()
                        .map(near -> "; there is no '" + name + "' (did you mean '" + near + "'?)"))
                .findFirst().orElse("");
    }

    private static String option(String given, UnmatchedArgumentException wrong) {
        String name = name(given);
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        String meant = Suggestion.near(name, List.copyOf(command.optionsMap().keySet()))
                .map(near -> " (did you mean '" + near + "'?)").orElse("");
        return "Unknown option: '" + name + "'" + meant + ofAnotherCommand(wrong) + dashed(wrong.getUnmatched());
    }

    /** Where an option is known that a command does not take; empty where it is nowhere. */
    private static String ofAnotherCommand(UnmatchedArgumentException unmatched) {
        CommandSpec root = unmatched.getCommandLine().getCommandSpec().root();
        for (String argument : unmatched.getUnmatched()) {
            String option = name(argument);
            List<String> owners = root.subcommands().values().stream().map(CommandLine::getCommandSpec)
                    .filter(command -> command.optionsMap().containsKey(option)).map(CommandSpec::qualifiedName)
                    .distinct().toList();
            if (!owners.isEmpty()) {
                return "; " + option + " is of '" + String.join("', '", owners) + "'";
            }
        }
        return "";
    }

    private static String name(String option) {
        return option.split("=", 2)[0];
    }

    private static String tooMany(String argument, CommandSpec command) {
        List<String> taken = command.positionalParameters().stream().map(PositionalParamSpec::paramLabel).toList();
        return "'" + command.qualifiedName() + "' takes "
                + (taken.isEmpty() ? "options only" : String.join(" and ", taken)) + ", and not '" + argument
                + "' as well" + (taken.contains(RenderCommand.INPUT)
                        ? "; a folder of files is one INPUT, a name with spaces stands in quotes"
                        : "");
    }

    private static boolean isFile(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException noName) {
            return false;
        }
    }
}

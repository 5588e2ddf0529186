package io.github.slitstream.cli;

import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Numeric;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options of a command that are parameters: {@code --ID}, in the words of their declarations. */
final class DeclaredOptions {
    private DeclaredOptions() {}

    /** Gives a command an option for each parameter. */
    static CommandLine add(CommandLine command, List<Parameter<?>> parameters) {
        parameters.forEach(parameter -> command.getCommandSpec().addOption(option(parameter)));
        return command;
    }

    /**
     * The values with what stood on the command line.
     *
     * @throws io.github.slitstream.param.BadValue if that is not allowed
     */
    static Values over(Values values, CommandSpec command, List<Parameter<?>> parameters) {
        Values changed = values;
        for (String id : values.inOrder(parameters.stream().map(Parameter::id).toList())) {
            Object given = command.commandLine().getParseResult().matchedOptionValue(name(id), (Object) null);
            changed = given == null ? changed : changed.with(id, given.toString());
        }
        return changed;
    }

    /** Whether a parameter stood on the command line. */
    static boolean isGiven(CommandSpec command, Parameter<?> parameter) {
        return command.commandLine().getParseResult().hasMatchedOption(name(parameter.id()));
    }

    private static OptionSpec option(Parameter<?> parameter) {
        OptionSpec.Builder option = OptionSpec.builder(name(parameter.id())).description(words(parameter));
        return parameter instanceof Flag
                ? option.type(boolean.class).arity("0").build()
                : option.type(String.class).arity("1").paramLabel(placeholder(parameter)).build();
    }

    private static String words(Parameter<?> parameter) {
        String words = parameter instanceof Flag
                ? parameter.doc()
                : parameter.doc() + " It takes " + parameter.allowed() + ".";
        return words.replace("%", "%%");
    }

    private static String placeholder(Parameter<?> parameter) {
        return parameter instanceof Numeric<?> ? "N" : parameter.id().toUpperCase(Locale.ROOT);
    }

    private static String name(String id) {
        return "--" + id;
    }
}

package io.github.slitstream.start;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How this very program was started: the same Java, with the same flags and class path. */
public final class OwnCommandLine {
    private OwnCommandLine() {}

    /**
     * Everything up to the program's own arguments.
     *
     * @param mainClass that is to be started
     */
    public static List<String> upTo(Class<?> mainClass) {
        ProcessHandle.Info info = ProcessHandle.current().info();
        List<String> words = new ArrayList<>();
        words.add(info.command().orElseGet(OwnCommandLine::java));
        words.addAll(info.arguments().flatMap(arguments -> flags(List.of(arguments), mainClass.getName()))
                .orElseGet(OwnCommandLine::flagsOfTheMachine));
        words.add(mainClass.getName());
        return words;
    }

    /**
     * What stands before the main class, if it is there: systems tell no arguments, or only the first thousands of
     * letters.
     */
    static Optional<List<String>> flags(List<String> arguments, String mainClass) {
        int end = arguments.indexOf(mainClass);
        return end < 0 ? Optional.empty() : Optional.of(arguments.subList(0, end));
    }

    /** What Java's virtual machine says of itself; the class path is not among its arguments. */
    static List<String> flagsOfTheMachine() {
        List<String> flags = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        flags.add("-cp");
        flags.add(System.getProperty("java.class.path"));
        return flags;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java" + (File.separatorChar == '\\' ? ".exe" : ""))
                .toString();
    }
}

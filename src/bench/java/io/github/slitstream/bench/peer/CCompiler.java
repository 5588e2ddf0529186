package io.github.slitstream.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine's C compiler: builds the C sources beside this class ({@code -O3 -march=native -fopenmp}) when a row
 * first wants them. One thread.
 */
public final class CCompiler {
    private static final List<String> FLAGS = List.of("-O3", "-march=native", "-fopenmp", "-shared", "-fPIC");

    private final String command;
    private final Path folder;
    private final Map<String, SymbolLookup> libraries = new HashMap<>();
    private @Nullable PeerMissing missing;

    /**
     * @param command such as {@code cc}
     * @param folder for sources and libraries; the caller removes it
     */
    public CCompiler(String command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /**
     * A function of one of the sources, ready to be called.
     *
     * @param source name of the file, without {@code .c}
     * @throws PeerMissing if there is no compiler, or it does not take the source
     */
    @SuppressWarnings("restricted") // called with the types that the source declares
    public MethodHandle function(String source, String name, FunctionDescriptor type) throws IOException {
        return Linker.nativeLinker().downcallHandle(library(source).findOrThrow(name), type);
    }

    @SuppressWarnings("restricted") // a library that we have just built
    private SymbolLookup library(String source) throws IOException {
        PeerMissing known = missing;
        if (known != null) {
            throw known;
        }
        SymbolLookup current = libraries.get(source);
        if (current != null) {
            return current;
        }
        // Never unloaded: threads of OpenMP may still be in it.
        SymbolLookup built = SymbolLookup.libraryLookup(build(source), Arena.global());
        libraries.put(source, built);
        return built;
    }

    private Path build(String source) throws IOException {
        Path code = folder.resolve(source + ".c");
        Path library = folder.resolve(source + ".so");
        try (InputStream shipped = CCompiler.class.getResourceAsStream(source + ".c")) {
            if (shipped == null) {
                throw new IllegalArgumentException("no C source is called " + source);
            }
            Files.copy(shipped, code);
        }
        List<String> call = new ArrayList<>(List.of(command));
        call.addAll(FLAGS);
        call.addAll(List.of("-o", library.toString(), code.toString()));
        run(call);
        return library;
    }

    /** What did not work once is not tried again for the next row. */
    private PeerMissing unusable(String words) {
        PeerMissing reason = new PeerMissing(words);
        missing = reason;
        return reason;
    }

    private void run(List<String> call) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(call).redirectErrorStream(true).start();
        } catch (IOException noSuchProgram) {
            throw unusable("there is no C compiler (" + command + ")");
        }
        try {
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw unusable(command + " fails: " + words.lines().findFirst().orElse("no reason given"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while compiling", e);
        }
    }
}

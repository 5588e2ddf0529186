package io.github.slitstream.bench.peer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One Python process that does works of the modules beside this class and times them itself, so that talking to it
 * costs nothing. It starts when a row first wants it. One thread.
 */
public final class Python implements AutoCloseable {
    private static final List<String> SOURCES = List.of("host.py", "numba_peers.py", "numpy_peers.py",
            "cv2_peers.py");
    private static final long PIECE = 1 << 30;

    private final String command;
    private final Path folder;
    private @Nullable Conversation conversation;
    private @Nullable PeerMissing missing;
    private int names;

    private record Conversation(Process process, BufferedWriter to, BufferedReader from) {}

    /**
     * @param command such as {@code python3}
     * @param folder for sources and data; the caller removes it
     */
    public Python(String command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /** An array in the process, of which this is the name. Closing it gives the memory back. */
    public final class Array implements AutoCloseable {
        private final String name;

        private Array(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            drop(name);
        }
    }

    /**
     * Copies memory into an array.
     *
     * @param type as NumPy calls it
     * @throws PeerMissing if there is no Python, or no NumPy in it
     */
    public Array array(String type, MemorySegment data, long... shape) throws IOException {
        Path file = folder.resolve("data.raw");
        write(data, file);
        String name = newName();
        ask("array", name, type, Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining("x")),
                file.toString());
        Files.delete(file);
        return new Array(name);
    }

    /**
     * Makes a function of a module ready.
     *
     * @param module such as {@code numba_peers}
     * @param arguments arrays, numbers, words
     * @throws PeerMissing if Python lacks what the module imports
     */
    public Work work(String module, String function, Object... arguments) throws IOException {
        String name = newName();
        String[] words = new String[4 + arguments.length];
        words[0] = "make";
        words[1] = name;
        words[2] = module;
        words[3] = function;
        for (int i = 0; i < arguments.length; i++) {
            words[4 + i] = arguments[i] instanceof Array array ? array.name : arguments[i].toString();
        }
        ask(words);
        return new Work(name);
    }

    /** A work in the process. */
    public final class Work implements Implementation, AutoCloseable {
        private final String name;

        private Work(String name) {
            this.name = name;
        }

        @Override
        public long nanos(int times) throws IOException {
            return Long.parseLong(ask("run", name, Integer.toString(times)));
        }

        @Override
        public MemorySegment result() throws IOException {
            Path file = folder.resolve("result.raw");
            ask("save", name, file.toString());
            MemorySegment result = MemorySegment.ofArray(Files.readAllBytes(file));
            Files.delete(file);
            return result;
        }

        @Override
        public void close() {
            drop(name);
        }
    }

    private String newName() {
        return "it" + names++;
    }

    private static void write(MemorySegment data, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long at = 0; at < data.byteSize(); at += PIECE) {
                var piece = data.asSlice(at, Math.min(PIECE, data.byteSize() - at)).asByteBuffer();
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            }
        }
    }

    private void drop(String name) {
        try {
            ask("drop", name);
        } catch (IOException gone) { // then its memory is gone as well
            conversation = null;
        }
    }

    /** Says one line and returns what the answer says beside that it worked. */
    private String ask(String... words) throws IOException {
        Conversation open = conversation();
        open.to.write(String.join("\t", words) + "\n");
        open.to.flush();
        String line = open.from.readLine();
        if (line == null) {
            throw unusable(command + " ended");
        }
        String[] answer = line.split("\t", 2);
        String rest = answer.length > 1 ? answer[1] : "";
        return switch (answer[0]) {
            case "ok" -> rest;
            case "missing" -> throw new PeerMissing(rest + " for " + command);
            default -> throw new IOException(command + ": " + String.join(" ", words) + ": " + line);
        };
    }

    private Conversation conversation() throws IOException {
        PeerMissing known = missing;
        if (known != null) {
            throw known;
        }
        Conversation current = conversation;
        if (current != null) {
            return current;
        }
        for (String source : SOURCES) {
            copy(source);
        }
        Conversation begun = start();
        conversation = begun;
        return begun;
    }

    private void copy(String source) throws IOException {
        try (InputStream shipped = Python.class.getResourceAsStream(source)) {
            if (shipped == null) {
                throw new IllegalStateException(source + " was not shipped");
            }
            Files.copy(shipped, folder.resolve(source), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Conversation start() throws IOException {
        try {
            Process process = new ProcessBuilder(command, "host.py").directory(folder.toFile())
                    .redirectError(Redirect.DISCARD).start();
            return new Conversation(process, process.outputWriter(StandardCharsets.UTF_8),
                    process.inputReader(StandardCharsets.UTF_8));
        } catch (IOException noSuchProgram) {
            throw unusable("there is no Python (" + command + ")");
        }
    }

    /** What did not work once is not tried again for the next row. */
    private PeerMissing unusable(String words) {
        PeerMissing reason = new PeerMissing(words);
        missing = reason;
        return reason;
    }

    /** Ends the process. */
    @Override
    public void close() {
        Conversation open = conversation;
        if (open == null) {
            return;
        }
        open.process.destroy();
        try {
            open.process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

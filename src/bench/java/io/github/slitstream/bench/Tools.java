package io.github.slitstream.bench;

import io.github.slitstream.bench.peer.CCompiler;
import io.github.slitstream.bench.peer.Python;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.kernel.Kernels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all rows of one run share: our workers and kernels, and the peers' tools. One thread. */
public final class Tools implements AutoCloseable {
    private final Workers workers;
    private final Kernels kernels;
    private final Path folder;
    private final CCompiler compiler;
    private final Python python;
    private @Nullable Object inputKey;
    private @Nullable AutoCloseable input;

    /**
     * @param compiler command of a C compiler, such as {@code cc}
     * @param python command of a Python interpreter with NumPy and numba
     */
    public Tools(String compiler, String python) throws IOException {
        this.workers = Workers.forThisMachine();
        this.kernels = Kernels.get();
        this.folder = Files.createTempDirectory("slitstream-bench");
        this.compiler = new CCompiler(compiler, folder);
        this.python = new Python(python, folder);
    }

    public Workers workers() {
        return workers;
    }

    public Kernels kernels() {
        return kernels;
    }

    public CCompiler compiler() {
        return compiler;
    }

    public Python python() {
        return python;
    }

    /** A folder for files that last as long as the run. */
    public Path folder() {
        return folder;
    }

    /**
     * Something large that rows in a row work on: the last one is kept in case that the next row wants the same.
     *
     * @param key tells what it is; a record that stands for nothing else
     */
    @SuppressWarnings("unchecked") // the key stands for one kind of input
    public <T extends AutoCloseable> T input(Record key, Supplier<T> maker) {
        AutoCloseable current = input;
        if (current != null && key.equals(inputKey)) {
            return (T) current;
        }
        closeInput();
        T made = maker.get();
        input = made;
        inputKey = key;
        return made;
    }

    private void closeInput() {
        AutoCloseable last = input;
        if (last != null) {
            input = null;
            RowResources.close(last);
        }
    }

    @Override
    public void close() {
        closeInput();
        python.close();
        workers.close();
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.slitstream.bench.stability;

import io.github.slitstream.bench.OwnTime;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A start in a process of its own. It is told one row at a time on its standard input and ends by itself with that, so
 * that it does not outlive this program however this one ends.
 */
public final class StartedProgram implements Start {
    private static final long POLL_MILLIS = 10;
    private static final long PATIENCE_SECONDS = 2;

    private final Process process;
    private final BufferedWriter rows;
    private final BufferedReader output;
    private String lastLine = "it said nothing";

    /** @param command answers each row that it reads with an {@link Answer} */
    public StartedProgram(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        rows = process.outputWriter(StandardCharsets.UTF_8);
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    @Override
    public OwnTime time(String row) throws IOException, InterruptedException {
        ask(row);
        awaitOutput();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Optional<OwnTime> time = Answer.parse(line);
            if (time.isPresent()) {
                return time.get();
            }
            lastLine = line;
            awaitOutput();
        }
        throw new IOException("exit code " + process.waitFor() + ", last line: " + lastLine);
    }

    private void ask(String row) {
        try {
            rows.write(row);
            rows.newLine();
            rows.flush();
        } catch (IOException ended) { // then its last line tells why
        }
    }

    /** Reading itself cannot be interrupted. */
    private void awaitOutput() throws IOException, InterruptedException {
        while (!output.ready() && process.isAlive()) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException ended) { // which is what closing is for
        }
        try {
            if (!ends()) {
                process.destroy();
                if (!ends()) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean ends() throws InterruptedException {
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}

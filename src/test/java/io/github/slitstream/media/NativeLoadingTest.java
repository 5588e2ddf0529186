package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** FFmpeg and OpenCV that are wanted at the same moment, in a program that has loaded neither. */
class NativeLoadingTest {
    @Test
    void twoLibrariesAreLoadedAtOnce() throws Exception {
        Process program = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Both.class.getName()).inheritIO().start();
        boolean hasEnded = program.waitFor(60, TimeUnit.SECONDS);
        program.destroyForcibly();
        assertTrue(hasEnded, "they wait for each other");
        assertEquals(0, program.exitValue());
    }

    /** The program. */
    static final class Both {
        private Both() {}

        /** @param arguments none */
        public static void main(String[] arguments) throws Exception {
            CyclicBarrier begin = new CyclicBarrier(2);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<?> one = threads.submit(() -> {
                    begin.await();
                    FFmpegLibraries.load();
                    return "FFmpeg";
                });
                Future<?> other = threads.submit(() -> {
                    begin.await();
                    return new OpenCvFlow();
                });
                one.get();
                other.get();
            }
        }
    }
}

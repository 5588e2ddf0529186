package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelChoiceTest {
    @Tag("kernels")
    @Test
    void theKernelsAreThoseThatWereAskedFor() {
        String asked = System.getProperty("slitstream.kernels");
        assertNotNull(asked, "tests run with -Dslitstream.kernels=vector or scalar");
        String description = Kernels.get().description();
        assertEquals(asked, description.split(" ", 2)[0], description);
    }

    /** A fallback is said once, with what to pass; where there is none, or it is meant, nothing is said. */
    @ParameterizedTest
    @CsvSource({"-Xshare:auto, true", "--add-modules=jdk.incubator.vector, false",
        "-Dslitstream.kernels=scalar, false"})
    void aFallbackToPlainKernelsIsSaidOnce(String option, boolean said) throws IOException {
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), option,
                "-cp", System.getProperty("java.class.path"), Asking.class.getName()).redirectErrorStream(true).start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long lines = printed.lines().filter(line -> line.contains("start Java with --add-modules jdk.incubator.vector"))
                .count();
        assertEquals(said ? 1 : 0, lines, printed);
        assertTrue(printed.contains("kernels: "), printed);
    }

    /** Asks twice. */
    static final class Asking {
        private Asking() {}

        public static void main(String[] arguments) {
            Kernels.get();
            System.out.println("kernels: " + Kernels.get().description());
        }
    }
}

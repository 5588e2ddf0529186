package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowQualityTest {
    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    /** The last of some pictures of the demo. */
    private byte[] rendered(String name, String... options) throws IOException {
        String[] arguments = {"render", "demo:160x96@30", "-o", folder.resolve(name + "%d.png").toString(), "--start",
            "2", "--frames", "5", "--ring", "5", "--effect", "time-displacement:pattern=radial,interpolation=flow"};
        assertEquals(0, run(arguments, options), errors.toString());
        return Files.readAllBytes(folder.resolve(name + "5.png"));
    }

    private int run(String[] arguments, String... options) {
        String[] all = Arrays.copyOf(arguments, arguments.length + options.length);
        System.arraycopy(options, 0, all, arguments.length, options.length);
        return Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(new StringWriter()),
                new PrintWriter(errors), all);
    }

    @Test
    void eachQualityIsFoundInItsOwnWayAndTheBestUnlessToldOtherwise() throws IOException {
        byte[] draft = rendered("draft", "--flow-quality", "draft");
        byte[] good = rendered("good", "--flow-quality", "good");
        byte[] best = rendered("best", "--flow-quality", "best");
        assertFalse(Arrays.equals(draft, good), "half of the size, and all of it");
        assertFalse(Arrays.equals(good, best), "fast, and thoroughly");
        assertTrue(Arrays.equals(best, rendered("default")));
    }

    @Test
    void anotherQualityIsWrongUsage() {
        String[] arguments = {"render", "demo:", "-o", folder.resolve("out.mp4").toString()};
        assertEquals(2, run(arguments, "--flow-quality", "superb"));
        assertTrue(errors.toString().contains("draft, good or best"), errors.toString());
        assertEquals(1, errors.toString().lines().count(), errors.toString());
    }
}

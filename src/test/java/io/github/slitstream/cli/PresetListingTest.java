package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvFlow;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.PresetStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetListingTest {
    @TempDir
    private Path folder;

    private final StringWriter answers = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void aTagChoosesThoseThatHaveIt() {
        assertEquals(0, run("presets"));
        List<String> all = answers.toString().lines().toList();
        assertTrue(all.size() >= 30, all.size() + " presets");
        answers.getBuffer().setLength(0);
        assertEquals(0, run("presets", "--tag", "Calm "));
        List<String> calm = answers.toString().lines().toList();
        assertTrue(calm.stream().anyMatch(line -> line.startsWith("melting ")), calm.toString());
        assertEquals(all.stream().filter(line -> line.substring(17, 35).contains("calm")).toList(), calm);
    }

    @Test
    void anUnknownTagNamesThoseThereAre() {
        assertEquals(1, run("presets", "--tag", "clam"));
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains("'clam' (did you mean 'calm'?)"), errors.toString());
        assertTrue(errors.toString().contains("mosaic"), errors.toString());
    }

    private int run(String... arguments) {
        Display none = new Display(true, Map.of(), library -> true, () -> true);
        CommandEnvironment environment = new CommandEnvironment(new MediaSources(), new MediaSinks(),
                OpenCvResizer::new, OpenCvFlow::new, new PresetStore(folder), none, folder, () -> false);
        return Main.run(environment, new PrintWriter(answers, true), new PrintWriter(errors, true), arguments);
    }
}

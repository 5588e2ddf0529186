package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EffectsPageTest {
    @Test
    void thePageInTheDocumentationIsTheGeneratedOne() throws IOException {
        assertEquals(EffectsPage.markdown(), Files.readString(Path.of("src/docs/effects.md")),
                "mend with: target/slitstream/bin/slitstream effects --markdown > src/docs/effects.md");
    }
}

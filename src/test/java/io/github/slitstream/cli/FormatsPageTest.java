package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.ExpectedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormatsPageTest {
    private static final Path PAGE = Path.of("src/docs/formats.md");

    @Test
    void thePageInTheDocumentationIsTheGeneratedOne() throws IOException {
        if (ExpectedFiles.UPDATE) {
            Files.writeString(PAGE, FormatsCommand.markdown());
        }
        assertEquals(FormatsCommand.markdown(), Files.readString(PAGE),
                PAGE + " is not what the declarations say, mend it with: "
                        + ExpectedFiles.command(FormatsPageTest.class));
    }
}

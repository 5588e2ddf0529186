package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class KernelChoiceTest {
    @Test
    void theKernelsAreThoseThatWereAskedFor() {
        String asked = System.getProperty("slitstream.kernels");
        assertNotNull(asked, "tests run with -Dslitstream.kernels=vector or scalar");
        String description = Kernels.get().description();
        assertEquals(asked, description.split(" ", 2)[0], description);
    }
}

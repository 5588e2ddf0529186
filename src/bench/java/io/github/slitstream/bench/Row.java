package io.github.slitstream.bench;

import java.io.IOException;

/**
 * A row of the bench.
 *
 * @param name parts with slashes between, from the general to the special; scripts rely on it
 * @param setup makes the work ready in the size that is timed
 * @param small makes the same work ready in a size that takes no time, to see whether all implementations agree
 */
public record Row(String name, Setup setup, Setup small) {
    /** Makes a work ready. */
    @FunctionalInterface
    public interface Setup {
        Workload prepare(RowResources resources) throws IOException;
    }
}

package io.github.slitstream.fault;

/** Work that may throw anything. */
@FunctionalInterface
public interface Work {
    void run() throws Exception;
}

package io.github.slitstream.bench;

import java.lang.foreign.MemorySegment;

/**
 * The bytes that a work has to move once, whoever does it and however: each byte of the result is written once, and
 * each byte of the input that has a say is read once for each byte of the result it has a say in. Tables, maps and
 * in-betweens of one's own do not count.
 *
 * @param input memory as large and as scattered as the work reads, where the copy that it is measured by reads as well
 * @param read bytes
 * @param written bytes
 */
public record Traffic(MemorySegment input, long read, long written) {
    /** Of a work that makes each byte of its output from one byte of its input. */
    public static Traffic copyOf(MemorySegment input) {
        return new Traffic(input, input.byteSize(), input.byteSize());
    }

    public long moved() {
        return read + written;
    }
}

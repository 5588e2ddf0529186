package io.github.slitstream.bench;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What it means that two implementations came to the same result. */
@FunctionalInterface
public interface Agreement {
    /** The same bytes. */
    Agreement EXACT = (ours, theirs) -> ours.mismatch(theirs) < 0;

    boolean holds(MemorySegment ours, MemorySegment theirs);

    /** As many bytes, apart by no more than so many grey levels in the mean over all of them. */
    static Agreement onAverage(double levels) {
        return (ours, theirs) -> {
            if (ours.byteSize() != theirs.byteSize()) {
                return false;
            }
            long sum = 0;
            for (long at = 0; at < ours.byteSize(); at++) {
                sum += apart(ours, theirs, at);
            }
            return sum <= levels * ours.byteSize();
        };
    }

    /** As many bytes, none of them apart by more than so many grey levels. */
    static Agreement within(int levels) {
        return (ours, theirs) -> {
            if (ours.byteSize() != theirs.byteSize()) {
                return false;
            }
            for (long at = 0; at < ours.byteSize(); at++) {
                if (apart(ours, theirs, at) > levels) {
                    return false;
                }
            }
            return true;
        };
    }

    /** As many doubles, none of them apart by more than so much. */
    static Agreement ofDoubles(double tolerance) {
        return (ours, theirs) -> {
            if (ours.byteSize() != theirs.byteSize()) {
                return false;
            }
            for (long at = 0; at < ours.byteSize(); at += Double.BYTES) {
                double one = ours.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
                double other = theirs.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
                if (!(Math.abs(one - other) <= tolerance)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static int apart(MemorySegment ours, MemorySegment theirs, long at) {
        int one = ours.get(ValueLayout.JAVA_BYTE, at) & 0xff;
        int other = theirs.get(ValueLayout.JAVA_BYTE, at) & 0xff;
        return Math.abs(one - other);
    }
}

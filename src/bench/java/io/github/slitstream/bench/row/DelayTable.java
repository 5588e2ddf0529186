package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Traffic;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.pattern.DelayMap;

/** A delay map as peers take it: delays in frames with eight bits behind the point, row-major. */
final class DelayTable {
    private static final int ONE_FRAME = 256;

    private final FrameSize size;
    private final char[] ofPixels;

    private DelayTable(FrameSize size, char[] ofPixels) {
        this.size = size;
        this.ofPixels = ofPixels;
    }

    static DelayTable of(DelayMap map) {
        FrameSize size = map.size();
        char[] delays = new char[size.pixels()];
        for (int i = 0; i < delays.length; i++) {
            delays[i] = (char) Math.round(map.framesAt(i % size.width(), i / size.width()) * ONE_FRAME);
        }
        return new DelayTable(size, delays);
    }

    char[] ofPixels() {
        return ofPixels;
    }

    /** Whether the pixels of each row all have one delay. */
    boolean areByRow() {
        for (int i = 0; i < ofPixels.length; i++) {
            if (ofPixels[i] != ofPixels[i - i % size.width()]) {
                return false;
            }
        }
        return true;
    }

    /** The delay of the first pixel of each row. */
    char[] ofRows() {
        char[] rows = new char[size.height()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = ofPixels[row * size.width()];
        }
        return rows;
    }

    /** Two pixels read where two moments are blended, otherwise one; one written. */
    Traffic traffic(Footage footage) {
        long blended = 0;
        for (char delay : ofPixels) {
            blended += delay % ONE_FRAME == 0 ? 0 : 1;
        }
        return new Traffic(footage.pictures(), (size.pixels() + blended) * FrameSize.BYTES_PER_PIXEL, size.bytes());
    }
}

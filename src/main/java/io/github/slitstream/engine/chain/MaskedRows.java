package io.github.slitstream.engine.chain;

import io.github.slitstream.effect.DelayMask;
import io.github.slitstream.effect.Effect;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.pattern.DelayMap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;

/**
 * Rows of an effect that is masked by a delay map: each pixel between the picture as it came and what the effect made
 * of it, as {@link DelayMask} says, with weights of 1/256. One thread prepares, then any number render, each rows of
 * its own. Allocates nothing but once for each thread.
 */
final class MaskedRows {
    private final DelayMap map;
    private final FrameSize size;
    private final Kernels kernels;
    private final ThreadLocal<Rows> rows;
    /** By column, where the map is read. */
    private final int[] columns;
    private boolean on;
    /** The weight of the effect where delays are 0, and how it changes with each 1/256 of a frame. */
    private double weightOfNow;
    private double slope;

    /**
     * @param map of an effect that is rendered before; one of another size than the pictures is stretched
     * @param size of the pictures
     * @param kernels that blend
     */
    MaskedRows(DelayMap map, FrameSize size, Kernels kernels) {
        this.map = map;
        this.size = size;
        this.kernels = kernels;
        this.rows = ThreadLocal.withInitial(() -> new Rows(size, map.size()));
        this.columns = IntStream.range(0, size.width())
                .map(column -> stretched(column, size.width(), map.size().width())).toArray();
    }

    /** The pixel of a side of the map that covers the middle of one of the picture. */
    private static int stretched(int place, int side, int sideOfMap) {
        return (int) ((2L * place + 1) * sideOfMap / (2L * side));
    }

    /**
     * What one thread works with: a row as it came and the same as the effect made it, which to the kernel are two
     * frames between which it finds each pixel.
     */
    private static final class Rows {
        private final long rowBytes;
        private final MemorySegment both;
        private final long[] starts;
        private final Delays weights;
        private final Delays ofMap;

        Rows(FrameSize size, FrameSize sizeOfMap) {
            rowBytes = size.stride();
            both = Arena.ofAuto().allocate(2 * rowBytes, Integer.BYTES);
            starts = new long[]{0, rowBytes, rowBytes};
            weights = Delays.ofAnyRow(size.width());
            ofMap = Delays.ofAnyRow(sizeOfMap.width());
        }
    }

    /** Takes over the values for the picture that is about to be rendered, after those of the map. */
    void prepare(ParameterValues values) {
        DelayMask mask = values.get(DelayMask.MASK);
        on = mask != DelayMask.OFF;
        if (!on) {
            return;
        }
        double amount = values.get(DelayMask.AMOUNT);
        double perFrame = map.deepest() == 0 ? 0 : amount / map.deepest();
        weightOfNow = Kernels.ONE_FRAME * (mask == DelayMask.NEAR ? 1 : 1 - amount);
        slope = mask == DelayMask.NEAR ? -perFrame : perFrame;
    }

    boolean isOn() {
        return on;
    }

    /** Renders rows of an effect whose output may be its input. */
    void renderInPlace(Effect effect, FrameHistory input, Frame output, int fromRow, int toRow) {
        Rows own = rows.get();
        for (int row = fromRow; row < toRow; row++) {
            long at = row * own.rowBytes;
            MemorySegment.copy(input.now().pixels(), at, own.both, 0, own.rowBytes);
            effect.render(input, output, row, row + 1);
            blendRow(own, output, row);
        }
    }

    /** Brings rows that an effect has made partly back to what came. */
    void blend(Frame came, Frame output, int fromRow, int toRow) {
        Rows own = rows.get();
        for (int row = fromRow; row < toRow; row++) {
            MemorySegment.copy(came.pixels(), row * own.rowBytes, own.both, 0, own.rowBytes);
            blendRow(own, output, row);
        }
    }

    private void blendRow(Rows own, Frame output, int row) {
        long at = row * own.rowBytes;
        MemorySegment.copy(output.pixels(), at, own.both, own.rowBytes, own.rowBytes);
        int rowOfMap = stretched(row, size.height(), map.size().height());
        Delays delays = map.row(rowOfMap, own.ofMap);
        weigh(delays.ofPixels(), delays.firstPixel(rowOfMap), own.weights.ofPixels());
        own.weights.summarise(row);
        kernels.displaceRow(own.both, own.starts, own.weights, row, 0, output.pixels(), at);
    }

    /** Delays in whole frames may be rounded to more than the depth. */
    private void weigh(int[] delays, int first, int[] weights) {
        int now = map.now();
        for (int i = 0; i < weights.length; i++) {
            int weight = (int) (weightOfNow + slope * Math.abs(delays[first + columns[i]] - now) + 0.5);
            weights[i] = Math.min(Math.max(weight, 0), Kernels.ONE_FRAME);
        }
    }
}

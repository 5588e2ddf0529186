package io.github.slitstream.effect;

import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Mask;
import io.github.slitstream.kernel.Mask.Taps;
import io.github.slitstream.kernel.PlaneKernels;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a picture around the current one, as planes of floats with their margins: what one thread sees of the
 * picture while it goes down its band. Each row is taken apart once.
 */
final class Neighbourhood {
    private static final int NOT_LOADED = -1;

    private final FrameSize size;
    private final PlaneKernels kernels;
    private final ConvolutionBorder border;
    private final int rows;
    private final int reach;
    /** Floats of a row of one plane, margins included. */
    private final int stride;
    private final int planes;
    /** So many rows of all planes, used cyclically, and behind them one of zeros. */
    private final int slots;
    private final int[] rowIn;
    private final float[] memory;
    /** Where each row of the mask lies now. */
    private final int[] lines;
    private int[] starts = new int[0];
    private final float[] columnSums;

    /**
     * @param planes 3 for blue, green and red, 1 for the luma
     * @param rows of the masks that will be laid over it, as are columns
     */
    Neighbourhood(FrameSize size, PlaneKernels kernels, ConvolutionBorder border, int planes, int rows, int columns) {
        this.size = size;
        this.kernels = kernels;
        this.border = border;
        this.planes = planes;
        this.rows = rows;
        this.reach = columns / 2;
        this.stride = size.width() + columns - 1;
        this.slots = Math.min(rows, size.height());
        this.rowIn = new int[slots];
        this.memory = new float[(slots + 1) * planes * stride];
        this.lines = new int[rows];
        this.columnSums = new float[stride];
    }

    boolean suits(ConvolutionBorder wantedBorder, int wantedPlanes, Mask mask) {
        return border == wantedBorder && planes == wantedPlanes && rows == mask.rows() && reach == mask.columns() / 2;
    }

    /** Forgets the picture before. */
    void begin() {
        Arrays.fill(rowIn, NOT_LOADED);
    }

    /** Moves to a row. */
    void moveTo(FrameHistory input, int row) {
        for (int i = 0; i < rows; i++) {
            int inside = border.inside(row + i - rows / 2, size.height());
            lines[i] = inside == ConvolutionBorder.NOTHING ? slots * planes * stride : load(input, inside);
        }
    }

    /** All planes of the rows seen, for who wants the current row as it is. */
    float[] memory() {
        return memory;
    }

    /** Where the current row begins in the first plane. */
    int currentRow() {
        return lines[rows / 2] + reach;
    }

    /** The sums of the current row of a plane, {@code out[at …]}. */
    void sum(Mask mask, int plane, float[] out, int at) {
        List<Taps> factors = mask.factors();
        Taps first = factors.getFirst();
        if (factors.size() == 1) {
            kernels.correlateRow(memory, starts(first), first.weights(), plane * stride, out, at, size.width());
            return;
        }
        kernels.correlateRow(memory, starts(first), first.weights(), plane * stride, columnSums, 0, stride);
        Taps second = factors.getLast();
        kernels.correlateRow(columnSums, second.columns(), second.weights(), 0, out, at, size.width());
    }

    private int[] starts(Taps taps) {
        int count = taps.weights().length;
        if (starts.length < count) {
            starts = new int[count];
        }
        for (int i = 0; i < count; i++) {
            starts[i] = lines[taps.rows()[i]] + taps.columns()[i];
        }
        return starts;
    }

    private int load(FrameHistory input, int row) {
        int slot = row % slots;
        int at = slot * planes * stride;
        if (rowIn[slot] != row) {
            rowIn[slot] = row;
            MemorySegment picture = input.now().pixels();
            long from = (long) row * size.stride();
            if (planes == 1) {
                kernels.lumaRow(picture, from, memory, at + reach, size.width());
            } else {
                kernels.splitRow(picture, from, memory, at + reach, stride, size.width());
            }
            for (int plane = 0; plane < planes; plane++) {
                fillMargins(at + plane * stride + reach);
            }
        }
        return at;
    }

    /** @param at where the row of a plane begins, behind its left margin */
    private void fillMargins(int at) {
        for (int i = 1; i <= reach; i++) {
            memory[at - i] = beyond(at, -i);
            memory[at + size.width() - 1 + i] = beyond(at, size.width() - 1 + i);
        }
    }

    private float beyond(int at, int column) {
        int inside = border.inside(column, size.width());
        return inside == ConvolutionBorder.NOTHING ? 0 : memory[at + inside];
    }
}

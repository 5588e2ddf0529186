package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import java.util.List;

/**
 * A grid of nearly square tiles. The tile that k of the others come before is k/(tiles − 1), so that the first is 0 and
 * the last 1; a single tile is 0.
 */
final class Tiles implements Pattern {
    static final Int COUNT = Int
            .of("count", "Count", 1, 256, 8, "How many tiles lie along the longer side.").slider(1, 48).logarithmic();
    static final Choice<TileOrder> ORDER = Choice.of("order", "Order", List.of(TileOrder.values()), TileOrder.SHUFFLED,
            "Which tile comes after which.");
    static final Int SEED = Hash.seed("Another number shuffles the tiles in another way.");

    @Override
    public String id() {
        return "tiles";
    }

    @Override
    public String label() {
        return "Tiles";
    }

    @Override
    public String doc() {
        return "A grid of tiles, each of them a moment of its own.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(COUNT, ORDER, SEED);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final FrameSize size;
        /** Room for as many tiles as there may be. */
        private final int[] ranks;
        private int columns = 1;
        private int rows = 1;

        Numbers(FrameSize size) {
            this.size = size;
            this.ranks = new int[tilesAlong(size.width(), size, COUNT.max())
                    * tilesAlong(size.height(), size, COUNT.max())];
        }

        @Override
        public void take(ParameterValues values) {
            int count = values.get(COUNT);
            columns = tilesAlong(size.width(), size, count);
            rows = tilesAlong(size.height(), size, count);
            values.get(ORDER).rank(columns, rows, values.get(SEED), ranks);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            int width = size.width();
            double last = Math.max(1, columns * rows - 1);
            int firstTile = row * rows / size.height() * columns;
            for (int column = 0; column < width; column++) {
                out[first + column] = ranks[firstTile + column * columns / width] / last;
            }
        }
    }

    private static int tilesAlong(int side, FrameSize size, int count) {
        long tiles = Math.round(count * (double) side / Coordinates.longer(size));
        return Math.clamp(tiles, 1, side);
    }
}

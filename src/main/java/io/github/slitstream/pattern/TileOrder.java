package io.github.slitstream.pattern;

import io.github.slitstream.param.NamedConstant;

/** Which tile comes after which. */
public enum TileOrder implements NamedConstant {
    SHUFFLED {
        @Override
        void rank(int columns, int rows, long seed, int[] ranks) {
            READING.rank(columns, rows, seed, ranks);
            for (int i = columns * rows - 1; i > 0; i--) {
                int other = (int) (Hash.unit(seed, i, 0) * (i + 1));
                int rank = ranks[i];
                ranks[i] = ranks[other];
                ranks[other] = rank;
            }
        }
    },
    /**
     * Walks in from the top left corner, clockwise, ring by ring; the last tile of the walk, in the middle, is the
     * first.
     */
    SPIRAL {
        @Override
        void rank(int columns, int rows, long seed, int[] ranks) {
            int rank = columns * rows;
            int left = 0;
            int right = columns - 1;
            int top = 0;
            int bottom = rows - 1;
            while (rank > 0) {
                for (int column = left; column <= right; column++) {
                    ranks[top * columns + column] = --rank;
                }
                top++;
                for (int row = top; row <= bottom; row++) {
                    ranks[row * columns + right] = --rank;
                }
                right--;
                for (int column = right; top <= bottom && column >= left; column--) {
                    ranks[bottom * columns + column] = --rank;
                }
                bottom--;
                for (int row = bottom; left <= right && row >= top; row--) {
                    ranks[row * columns + left] = --rank;
                }
                left++;
            }
        }
    },
    READING {
        @Override
        public String label() {
            return "Line by line";
        }

        @Override
        void rank(int columns, int rows, long seed, int[] ranks) {
            for (int tile = 0; tile < columns * rows; tile++) {
                ranks[tile] = tile;
            }
        }
    };

    /**
     * Says for each tile how many tiles come before it. Allocates nothing.
     *
     * @param ranks takes them, row-major; may be longer
     */
    abstract void rank(int columns, int rows, long seed, int[] ranks);
}

package io.github.slitstream.pattern;

import io.github.slitstream.param.NamedConstant;

/** Which tile comes after which. */
public enum TileOrder implements NamedConstant {
    SHUFFLED {
        @Override
        int[] ranks(int columns, int rows, long seed) {
            int[] ranks = READING.ranks(columns, rows, seed);
            for (int i = ranks.length - 1; i > 0; i--) {
                int other = (int) (Hash.unit(seed, i, 0) * (i + 1));
                int rank = ranks[i];
                ranks[i] = ranks[other];
                ranks[other] = rank;
            }
            return ranks;
        }
    },
    /**
     * Walks in from the top left corner, clockwise, ring by ring; the last tile of the walk, in the middle, is the
     * first.
     */
    SPIRAL {
        @Override
        int[] ranks(int columns, int rows, long seed) {
            int[] ranks = new int[columns * rows];
            int rank = ranks.length;
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
            return ranks;
        }
    },
    READING {
        @Override
        public String label() {
            return "Line by line";
        }

        @Override
        int[] ranks(int columns, int rows, long seed) {
            int[] ranks = new int[columns * rows];
            for (int tile = 0; tile < ranks.length; tile++) {
                ranks[tile] = tile;
            }
            return ranks;
        }
    };

    /** For each tile, row-major, how many tiles come before it. */
    abstract int[] ranks(int columns, int rows, long seed);
}

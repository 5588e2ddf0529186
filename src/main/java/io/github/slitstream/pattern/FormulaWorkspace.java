package io.github.slitstream.pattern;

/**
 * What one thread works a formula out with: tiles, columns that are the same in all rows of a picture, and by place in
 * the graph the numbers that are the same for a row.
 */
final class FormulaWorkspace {
    /** Numbers in a tile. */
    static final int TILE = 512;

    private final double[][] tiles;
    private final double[][][] columns;
    private final double[][] ofRow;
    private double picture = -1;

    /**
     * @param places in the graph
     * @param width of a row
     */
    FormulaWorkspace(int tiles, int columns, int places, int width) {
        this.tiles = new double[tiles][TILE];
        this.columns = new double[columns][Math.ceilDiv(width, TILE)][TILE];
        this.ofRow = new double[places][1];
    }

    /** Goes to a picture, and says whether it was at another. */
    boolean goTo(double newPicture) {
        boolean isNew = newPicture != picture;
        picture = newPicture;
        return isNew;
    }

    double[] tile(int index) {
        return tiles[index];
    }

    /** The tile of a column that begins at a pixel. */
    double[] column(int index, int from) {
        return columns[index][from / TILE];
    }

    /** One number. */
    double[] ofRow(int place) {
        return ofRow[place];
    }
}

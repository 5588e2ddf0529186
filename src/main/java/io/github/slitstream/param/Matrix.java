package io.github.slitstream.param;

/**
 * A rectangle of numbers.
 *
 * @param minSide fewest rows, and fewest columns
 * @param maxSide most rows, and most columns
 * @param oddSides whether only odd numbers of rows and columns have a meaning
 * @param limit largest magnitude of a number
 */
public record Matrix(String id, String label, String doc, int minSide, int maxSide, boolean oddSides, double limit,
        Grid defaultValue) implements Parameter<Grid> {

    public Matrix(String id, String label, String doc, int minSide, int maxSide, boolean oddSides, double limit,
            Grid defaultValue) {
        Check.words(id, label, doc);
        this.id = id;
        this.label = label;
        this.doc = doc;
        this.minSide = minSide;
        this.maxSide = maxSide;
        this.oddSides = oddSides;
        this.limit = limit;
        this.defaultValue = check(defaultValue);
    }

    /** As many rows and as many columns as the default. */
    public static Matrix of(String id, String label, double limit, Grid defaultValue, String doc) {
        int side = defaultValue.rows();
        return new Matrix(id, label, doc, side, side, false, limit, defaultValue);
    }

    /** Any odd number of rows and of columns up to so many. */
    public Matrix oddUpTo(int side) {
        return new Matrix(id, label, doc, 1, side, true, limit, defaultValue);
    }

    /** Whether there is more than one size. */
    public boolean isResizable() {
        return minSide < maxSide;
    }

    @Override
    public Matrix within(String path) {
        return new Matrix(Path.id(path, id), Path.label(path, label), doc, minSide, maxSide, oddSides, limit,
                defaultValue);
    }

    @Override
    public String allowed() {
        String smallest = minSide + "×" + minSide;
        String sizes = isResizable() ? smallest + " … " + maxSide + "×" + maxSide : smallest;
        return sizes + " numbers" + (oddSides ? " (odd sides)" : "") + " within ±" + Real.shortest(limit)
                + ", rows apart by ;";
    }

    @Override
    public Grid parse(String text) {
        return check(read(text));
    }

    private Grid read(String text) {
        try {
            return Grid.parse(text);
        } catch (BadValue e) {
            throw bad(e.getMessage());
        }
    }

    @Override
    public String format(Grid value) {
        return value.toString();
    }

    @Override
    public Grid check(Grid value) {
        if (!isSide(value.rows()) || !isSide(value.columns())) {
            throw bad(value.rows() + "×" + value.columns() + " numbers do not fit");
        }
        for (int row = 0; row < value.rows(); row++) {
            for (int column = 0; column < value.columns(); column++) {
                if (Math.abs(value.get(row, column)) > limit) {
                    throw bad("'" + Real.shortest(value.get(row, column)) + "' in " + Grid.place(row, column)
                            + " is too large");
                }
            }
        }
        return value;
    }

    @Override
    public Grid near(Object value) {
        try {
            return value instanceof Grid grid ? check(grid) : defaultValue;
        } catch (BadValue e) {
            return defaultValue;
        }
    }

    /** Whether a matrix may have so many rows, or so many columns. */
    public boolean isSide(int side) {
        return side >= minSide && side <= maxSide && !(oddSides && side % 2 == 0);
    }

    private BadValue bad(String reason) {
        return new BadValue(id + ": " + reason + ": it takes " + allowed());
    }
}

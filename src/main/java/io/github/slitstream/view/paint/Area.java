package io.github.slitstream.view.paint;

/** Columns and rows of a map, from left and top on up to right and bottom, which are the first outside. */
record Area(int left, int top, int right, int bottom) {
    static final Area NONE = new Area(0, 0, 0, 0);

    /** All pixels within a radius of a point that lie on a map. */
    static Area around(double x, double y, double radius, int width, int height) {
        return new Area((int) Math.clamp(Math.floor(x - radius), 0, width),
                (int) Math.clamp(Math.floor(y - radius), 0, height),
                (int) Math.clamp(Math.ceil(x + radius) + 1, 0, width),
                (int) Math.clamp(Math.ceil(y + radius) + 1, 0, height));
    }

    boolean isEmpty() {
        return left >= right || top >= bottom;
    }

    int width() {
        return right - left;
    }

    int pixels() {
        return isEmpty() ? 0 : width() * (bottom - top);
    }

    /** The smallest one around both. */
    Area and(Area other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty()
                ? this
                : new Area(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right),
                        Math.max(bottom, other.bottom));
    }

    /** Copies what lies within it to the same place. */
    void copy(char[] from, char[] to, int mapWidth) {
        for (int row = top; row < bottom; row++) {
            System.arraycopy(from, row * mapWidth + left, to, row * mapWidth + left, width());
        }
    }

    /** What lies within it, row by row. */
    char[] cut(char[] from, int mapWidth) {
        char[] cut = new char[pixels()];
        for (int row = top; row < bottom; row++) {
            System.arraycopy(from, row * mapWidth + left, cut, (row - top) * width(), width());
        }
        return cut;
    }

    /** Puts back what {@link #cut} gave. */
    void paste(char[] cut, char[] to, int mapWidth) {
        for (int row = top; row < bottom; row++) {
            System.arraycopy(cut, (row - top) * width(), to, row * mapWidth + left, width());
        }
    }
}

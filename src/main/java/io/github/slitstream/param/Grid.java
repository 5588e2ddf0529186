package io.github.slitstream.param;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An immutable rectangle of finite numbers, written row by row: {@code a b c; d e f}. */
public final class Grid {
    private final int rows;
    private final int columns;
    private final double[] numbers;

    private Grid(int rows, int columns, double[] numbers) {
        this.rows = rows;
        this.columns = columns;
        this.numbers = numbers;
    }

    /**
     * @param numbers row by row
     * @throws IllegalArgumentException if they do not fill whole rows or one of them is not finite
     */
    public static Grid of(int rows, int columns, double... numbers) {
        if (rows < 1 || columns < 1 || rows * columns != numbers.length) {
            throw new IllegalArgumentException(numbers.length + " numbers do not fill " + rows + "×" + columns);
        }
        double[] kept = new double[numbers.length];
        for (int i = 0; i < kept.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new IllegalArgumentException(numbers[i] + " is not a finite number");
            }
            kept[i] = numbers[i] + 0.0; // −0 becomes 0, which equals it nowhere else
        }
        return new Grid(rows, columns, kept);
    }

    /**
     * Reads rows apart by {@code ;} or line breaks, each of numbers apart by blanks or commas. Brackets around rows are
     * taken too, so that what NumPy or a spreadsheet shows can be pasted.
     *
     * @throws BadValue naming row and column of what is not a finite number, or the row that is longer or shorter than
     *     the first
     */
    public static Grid parse(String text) {
        String[] lines = text.replaceAll("]\\s*,?\\s*\\[", ";").replaceAll("[\\[\\]]", " ").replaceAll("^[\\s;]+", "")
                .split("\\s*[;\\n\\r][;\\s]*");
        String[][] words = Arrays.stream(lines).map(line -> line.strip().split("\\s*,\\s*|\\s+"))
                .toArray(String[][]::new);
        int columns = words[0].length;
        double[] numbers = new double[words.length * columns];
        for (int row = 0; row < words.length; row++) {
            if (words[row].length != columns) {
                throw new BadValue(
                        "row " + (row + 1) + " has " + words[row].length + " numbers, but row 1 has " + columns);
            }
            for (int column = 0; column < columns; column++) {
                numbers[row * columns + column] = number(words[row][column], row, column);
            }
        }
        return of(words.length, columns, numbers);
    }

    private static double number(String word, int row, int column) {
        try {
            double number = Double.parseDouble(word);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with what is no finite number
        }
        throw new BadValue("'" + word + "' in " + place(row, column) + " is not a number");
    }

    /** A cell as people count: from 1. */
    static String place(int row, int column) {
        return "row " + (row + 1) + ", column " + (column + 1);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double get(int row, int column) {
        return numbers[at(row, column)];
    }

    /** A number as {@link #parse} reads it back. */
    public String text(int row, int column) {
        return Real.shortest(get(row, column));
    }

    /** The same with one number changed. */
    public Grid with(int row, int column, double number) {
        double[] changed = numbers.clone();
        changed[at(row, column)] = number;
        return of(rows, columns, changed);
    }

    /** The same around the same middle: zeros are added or numbers cut off on all sides alike. */
    public Grid resized(int newRows, int newColumns) {
        double[] resized = new double[newRows * newColumns];
        int down = Math.floorDiv(rows - newRows, 2);
        int right = Math.floorDiv(columns - newColumns, 2);
        for (int row = Math.max(0, -down); row < Math.min(newRows, rows - down); row++) {
            for (int column = Math.max(0, -right); column < Math.min(newColumns, columns - right); column++) {
                resized[row * newColumns + column] = get(row + down, column + right);
            }
        }
        return of(newRows, newColumns, resized);
    }

    /** All numbers, row by row. */
    public double[] toArray() {
        return numbers.clone();
    }

    private int at(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException(place(row, column) + " of " + rows + "×" + columns);
        }
        return row * columns + column;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Grid that && rows == that.rows && columns == that.columns
                && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return 31 * rows + Arrays.hashCode(numbers);
    }

    /** The shortest text that {@link #parse} reads back as the same numbers. */
    @Override
    public String toString() {
        return IntStream.range(0, rows).mapToObj(this::row).collect(Collectors.joining("; "));
    }

    private String row(int row) {
        return IntStream.range(0, columns).mapToObj(column -> text(row, column)).collect(Collectors.joining(" "));
    }
}

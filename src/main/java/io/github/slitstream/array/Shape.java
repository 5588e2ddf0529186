package io.github.slitstream.array;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** How long an array is in each of its dimensions; none for a single number. Immutable. */
public final class Shape {
    private final long[] sizes;
    private final long count;

    private Shape(long[] sizes) {
        this.sizes = sizes;
        this.count = product(sizes);
    }

    /**
     * @param sizes each 0 or more
     * @throws ArithmeticException if the array had more than 2⁶³ − 1 elements
     */
    public static Shape of(long... sizes) {
        if (Arrays.stream(sizes).anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("negative size in " + Arrays.toString(sizes));
        }
        return new Shape(sizes.clone());
    }

    /** Number of dimensions. */
    public int dimensions() {
        return sizes.length;
    }

    /** @param axis 0 … {@code dimensions() - 1}; negative ones count from the end, −1 being the last */
    public long size(int axis) {
        return sizes[axis < 0 ? sizes.length + axis : axis];
    }

    /** Number of elements. */
    public long count() {
        return count;
    }

    /** This shape without its last dimensions. */
    public Shape withoutLast(int axes) {
        return new Shape(Arrays.copyOf(sizes, sizes.length - axes));
    }

    /** Whether the last dimensions are these. */
    public boolean endsWith(long... last) {
        int before = sizes.length - last.length;
        return before >= 0 && Arrays.equals(sizes, before, sizes.length, last, 0, last.length);
    }

    /** The index of an element by its number in C order, to be read by people: {@code [3, 0, 1]}. */
    public String index(long number) {
        long[] index = new long[sizes.length];
        long rest = number;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            index[axis] = rest % sizes[axis];
            rest /= sizes[axis];
        }
        return Arrays.toString(index);
    }

    /** As Python writes a tuple: {@code (3, 4)}, {@code (3,)}, {@code ()}. */
    @Override
    public String toString() {
        String list = LongStream.of(sizes).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return sizes.length == 1 ? "(" + list + ",)" : "(" + list + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** Zero where a size is zero, however large the others are. */
    private static long product(long[] sizes) {
        return Arrays.stream(sizes).anyMatch(size -> size == 0)
                ? 0
                : Arrays.stream(sizes).reduce(1, Math::multiplyExact);
    }
}

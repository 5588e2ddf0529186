package io.github.slitstream.array;

/** Goes through an array in C order and says where each element is in a file whose first index runs fastest. */
final class ColumnMajorIndex {
    private final Shape shape;
    private final long[] index;
    private final long[] strides;
    private long at;

    /** @param first number of the element to begin with, in C order */
    ColumnMajorIndex(Shape shape, long first) {
        this.shape = shape;
        this.index = new long[shape.dimensions()];
        this.strides = new long[shape.dimensions()];
        long stride = 1;
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = stride;
            stride *= shape.size(axis);
        }
        long rest = first;
        for (int axis = index.length - 1; axis >= 0 && shape.count() > 0; axis--) {
            index[axis] = rest % shape.size(axis);
            rest /= shape.size(axis);
            at += index[axis] * strides[axis];
        }
    }

    /** Number, in the file's order, of the element that is next in C order. */
    long next() {
        long here = at;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis]++;
            at += strides[axis];
            if (index[axis] < shape.size(axis)) {
                break;
            }
            at -= index[axis] * strides[axis];
            index[axis] = 0;
        }
        return here;
    }
}

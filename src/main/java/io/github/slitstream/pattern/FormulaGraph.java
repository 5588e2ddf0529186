package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A formula as steps, each of which knows those it builds on by their places, which come before its own. What stands in
 * a formula twice is one step, and what is made of numbers alone is a number. One thread makes it, then it stays.
 */
final class FormulaGraph {
    /** Changes from column to column. */
    static final int COLUMN = 1;
    /** Changes from row to row. */
    static final int ROW = 2;
    /** Changes from picture to picture, whatever these show. */
    static final int TIME = 4;
    /** Changes with what pictures show. */
    static final int PICTURE = 8;

    /** One step. */
    sealed interface Node {}

    /** Bits tell apart what {@code ==} does not. */
    record Constant(long bits) implements Node {
        double value() {
            return Double.longBitsToDouble(bits);
        }
    }

    record Variable(FormulaVariable variable) implements Node {}

    /** Operands that the operation does not have are the first. */
    record Call(FormulaOperation operation, int a, int b, int c) implements Node {}

    private final FrameSize size;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> changesWith = new ArrayList<>();
    private final Map<Node, Integer> places = new HashMap<>();

    /** @param size that the formula is for; its sides are numbers in it */
    FormulaGraph(FrameSize size) {
        this.size = size;
    }

    FrameSize size() {
        return size;
    }

    int length() {
        return nodes.size();
    }

    Node node(int place) {
        return nodes.get(place);
    }

    /** What a step changes with, as bits. */
    int changesWith(int place) {
        return changesWith.get(place);
    }

    boolean changesWith(int place, int bits) {
        return (changesWith.get(place) & bits) != 0;
    }

    /** Whether a step changes from column to column and is the same in all rows. */
    boolean isColumn(int place) {
        return (changesWith(place) & (COLUMN | ROW)) == COLUMN;
    }

    int number(double value) {
        return place(new Constant(Double.doubleToLongBits(value)), 0);
    }

    int variable(FormulaVariable variable) {
        return place(new Variable(variable), variable.changesWith());
    }

    /** @param operands at least as many as the operation has, more where it takes more */
    int call(FormulaOperation operation, int... operands) {
        int first = operands[0];
        if (operands.length > operation.operands()) {
            int rest = operands[1];
            for (int i = 2; i < operands.length; i++) {
                rest = call(operation, rest, operands[i]);
            }
            return call(operation, first, rest);
        }
        if (operation == FormulaOperation.POW && node(operands[1]) instanceof Constant exponent
                && exponent.value() == 2) {
            return call(FormulaOperation.MULTIPLY, first, first);
        }
        Call call = new Call(operation, first, operands.length > 1 ? operands[1] : first,
                operands.length > 2 ? operands[2] : first);
        return node(call.a) instanceof Constant a && node(call.b) instanceof Constant b
                && node(call.c) instanceof Constant c
                        ? number(folded(operation, a, b, c))
                        : place(call, changesWith(call.a) | changesWith(call.b) | changesWith(call.c));
    }

    private static double folded(FormulaOperation operation, Constant a, Constant b, Constant c) {
        double[] out = new double[1];
        operation.run(new double[]{a.value()}, new double[]{b.value()}, new double[]{c.value()}, out, 1);
        return out[0];
    }

    private int place(Node node, int changes) {
        Integer known = places.putIfAbsent(node, nodes.size());
        if (known != null) {
            return known;
        }
        nodes.add(node);
        changesWith.add(changes);
        return nodes.size() - 1;
    }
}

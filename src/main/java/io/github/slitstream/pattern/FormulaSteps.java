package io.github.slitstream.pattern;

import io.github.slitstream.pattern.FormulaAffine.Term;
import io.github.slitstream.pattern.FormulaGraph.Call;
import io.github.slitstream.pattern.FormulaGraph.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for one result of a graph, in order: for each row, for each picture, and for each tile. What is
 * only added to or multiplied with numbers that are the same for a row waits for whoever reads it, who does both.
 */
final class FormulaSteps {
    /** Something done to a tile. */
    interface Step {
        /** @param from column at which the tile begins */
        void run(FormulaWorkspace workspace, FormulaInputs inputs, int from, int count);
    }

    /** A function of {@code (a + p)·q + r}. */
    private interface AffineLoop {
        void run(double[] a, double p, double q, double r, double[] out, int count);
    }

    private final FormulaGraph graph;
    private final Map<Integer, KeptNumbers> kept;
    private final List<Integer> ofRow = new ArrayList<>();
    private final List<Step> ofPicture = new ArrayList<>();
    private final List<Step> ofTile = new ArrayList<>();
    private final FormulaAffine result;
    /** While it is made: how many steps are still to read each place, where its numbers stand, and what waits. */
    private final int[] readers;
    private final Map<Integer, FormulaOperand> operands = new HashMap<>();
    private final Map<Integer, FormulaAffine> waiting = new HashMap<>();
    /** Tiles nobody reads any more. */
    private final Deque<Integer> free = new ArrayDeque<>();
    private int tiles;
    private int columns;

    /**
     * @param place of the result
     * @param kept by place, steps that are read instead of being worked out
     */
    FormulaSteps(FormulaGraph graph, int place, Map<Integer, KeptNumbers> kept) {
        this.graph = graph;
        this.kept = kept;
        this.readers = new int[place + 1];
        readers[place] = 1;
        for (int i = place; i >= 0; i--) {
            if (readers[i] > 0 && !kept.containsKey(i) && graph.node(i) instanceof Call call) {
                operandsOf(call).forEach(operand -> readers[operand]++);
            }
        }
        for (int i = 0; i <= place; i++) {
            if (readers[i] > 0) {
                add(i);
            }
        }
        FormulaAffine last = waiting.get(place);
        this.result = last == null ? FormulaAffine.of(place, operand(place, ofTile)) : last;
    }

    /** Places that are the same for a row. */
    List<Integer> ofRow() {
        return ofRow;
    }

    /** What is the same in all rows of a picture. */
    List<Step> ofPicture() {
        return ofPicture;
    }

    List<Step> ofTile() {
        return ofTile;
    }

    FormulaAffine result() {
        return result;
    }

    /** How many tiles are needed. */
    int tiles() {
        return tiles;
    }

    int columns() {
        return columns;
    }

    private static IntStream operandsOf(Call call) {
        return IntStream.of(call.a(), call.b(), call.c()).distinct();
    }

    private void add(int place) {
        KeptNumbers numbers = kept.get(place);
        if (numbers != null) {
            FormulaOperand out = takeTile(place);
            ofTile.add((workspace, inputs, from, count) -> System.arraycopy(numbers.ofPixels(),
                    numbers.firstPixel(inputs.row()) + from, out.in(workspace, from), 0, count));
        } else if (!changesAlongRows(place)) {
            ofRow.add(place);
        } else if (graph.node(place) instanceof Variable read) {
            FormulaOperand out = take(place);
            stepsOf(place).add((workspace, inputs, from, count) -> System.arraycopy(inputs.along(read.variable()), from,
                    out.in(workspace, from), 0, count));
        } else if (graph.node(place) instanceof Call call && !addWaiting(call, place)) {
            addCall(call, place);
        }
    }

    private boolean changesAlongRows(int place) {
        return graph.changesWith(place, FormulaGraph.COLUMN);
    }

    private boolean isColumn(int place) {
        return graph.isColumn(place);
    }

    private List<Step> stepsOf(int place) {
        return isColumn(place) ? ofPicture : ofTile;
    }

    private void addCall(Call call, int place) {
        AffineLoop loop = loop(call.operation());
        if (loop != null && waiting.containsKey(call.a())) {
            FormulaAffine inner = Objects.requireNonNull(waiting.remove(call.a()));
            release(inner.base());
            FormulaOperand out = take(place);
            ofTile.add((workspace, inputs, from, count) -> loop.run(inner.operand().in(workspace, from),
                    inner.p(workspace),
                    inner.q(workspace), inner.r(workspace), out.in(workspace, from), count));
            return;
        }
        List<Step> steps = stepsOf(place);
        FormulaOperand a = operand(call.a(), steps);
        FormulaOperand b = call.b() == call.a() ? a : operand(call.b(), steps);
        FormulaOperand c = call.c() == call.a() ? a : call.c() == call.b() ? b : operand(call.c(), steps);
        release(call.a(), a);
        if (call.b() != call.a()) {
            release(call.b(), b);
        }
        if (call.c() != call.a() && call.c() != call.b()) {
            release(call.c(), c);
        }
        FormulaOperand out = take(place);
        FormulaOperation operation = call.operation();
        steps.add((workspace, inputs, from, count) -> operation.run(a.in(workspace, from), b.in(workspace, from),
                c.in(workspace, from),
                out.in(workspace, from), count));
    }

    /** Functions that do what waits themselves; the others have it written first. */
    private static @Nullable AffineLoop loop(FormulaOperation operation) {
        return switch (operation) {
            case SIN -> FormulaLoops::sine;
            case COS -> FormulaLoops::cosine;
            case SQRT -> FormulaLoops::squareRoot;
            default -> null;
        };
    }

    /** Whether a call only adds or multiplies what is the same for a row, so that it may wait. */
    private boolean addWaiting(Call call, int place) {
        int along = changesAlongRows(call.a()) ? call.a() : call.b();
        int other = along == call.a() ? call.b() : call.a();
        boolean isNegation = call.operation() == FormulaOperation.NEGATE;
        if (isColumn(place) || (changesAlongRows(other) && !isNegation)) {
            return false;
        }
        FormulaAffine begun = waiting.remove(along);
        FormulaAffine longer = begun == null ? null : with(begun, call, along, other);
        if (longer == null) {
            if (begun != null) {
                waiting.put(along, begun);
            }
            FormulaOperand operand = operand(along, ofTile);
            longer = with(FormulaAffine.of(along, operand), call, along, other);
        }
        if (longer == null) {
            return false;
        }
        waiting.put(place, longer);
        if (readers[place] > 1) {
            write(place);
        }
        return true;
    }

    private static @Nullable FormulaAffine with(FormulaAffine affine, Call call, int along, int other) {
        return switch (call.operation()) {
            case ADD -> affine.plus(new Term(other, false));
            case MULTIPLY -> affine.times(new Term(other, false));
            case NEGATE -> affine.negated();
            case SUBTRACT -> {
                if (along == call.a()) {
                    yield affine.plus(new Term(other, true));
                }
                FormulaAffine negated = affine.negated();
                yield negated == null ? null : negated.plus(new Term(other, false));
            }
            default -> null;
        };
    }

    /** Where a place stands; what waits is written first, and a number for the whole row is spread over a tile. */
    private FormulaOperand operand(int place, List<Step> steps) {
        if (waiting.containsKey(place)) {
            write(place);
        }
        if (changesAlongRows(place)) {
            return Objects.requireNonNull(operands.get(place));
        }
        FormulaOperand spread = new FormulaOperand(false, freeTile());
        steps.add((workspace, inputs, from, count) -> Arrays.fill(spread.in(workspace, from), 0, count,
                workspace.ofRow(place)[0]));
        return spread;
    }

    private void write(int place) {
        FormulaAffine affine = Objects.requireNonNull(waiting.remove(place));
        release(affine.base());
        FormulaOperand out = takeTile(place);
        ofTile.add((workspace, inputs, from, count) -> affine.run(workspace, from, count, out.in(workspace, from), 0));
    }

    /** Nobody else reads what was spread for one operation. */
    private void release(int place, FormulaOperand operand) {
        if (changesAlongRows(place)) {
            release(place);
        } else {
            free.push(operand.index());
        }
    }

    private void release(int place) {
        readers[place]--;
        FormulaOperand operand = Objects.requireNonNull(operands.get(place));
        if (readers[place] == 0 && !operand.isColumn()) {
            free.push(operand.index());
        }
    }

    private FormulaOperand take(int place) {
        if (!isColumn(place)) {
            return takeTile(place);
        }
        FormulaOperand column = new FormulaOperand(true, columns++);
        operands.put(place, column);
        return column;
    }

    private FormulaOperand takeTile(int place) {
        FormulaOperand tile = new FormulaOperand(false, freeTile());
        operands.put(place, tile);
        return tile;
    }

    private int freeTile() {
        return free.isEmpty() ? tiles++ : free.pop();
    }
}

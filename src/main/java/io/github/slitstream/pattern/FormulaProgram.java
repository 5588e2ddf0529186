package io.github.slitstream.pattern;

import io.github.slitstream.pattern.FormulaGraph.Call;
import io.github.slitstream.pattern.FormulaGraph.Constant;
import io.github.slitstream.pattern.FormulaGraph.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * One result of a graph, worked out for a row in tiles that stay in the nearest cache, one loop for each operation.
 * What is the same for a whole row is worked out once for it. Any number of threads, each with inputs of its own;
 * allocates nothing but once for each thread.
 */
final class FormulaProgram {
    /** Numbers in a tile. */
    static final int TILE = 512;

    /** Something done to a tile. */
    private interface Step {
        /** @param from column at which the tile begins */
        void run(Desk desk, FormulaInputs inputs, int from, int count);
    }

    /** What one thread works with: tiles, and by place in the graph the numbers that are the same for a row. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Desk(double[][] tiles, double[][] ofRow) {}

    private final FormulaGraph graph;
    private final Map<Integer, KeptNumbers> kept;
    private final List<Integer> ofRow = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final int result;
    private final ThreadLocal<Desk> desks;

    /** While it is made: the tile of each step, how many are still to read it, and tiles nobody reads any more. */
    private final int[] tileOf;
    private final int[] readers;
    private final Deque<Integer> free = new ArrayDeque<>();
    private int tiles;

    /**
     * @param place of the result
     * @param kept by place, steps that are read instead of being worked out
     */
    FormulaProgram(FormulaGraph graph, int place, Map<Integer, KeptNumbers> kept) {
        this.graph = graph;
        this.kept = kept;
        this.tileOf = new int[place + 1];
        this.readers = new int[place + 1];
        readers[place] = 1;
        for (int i = place; i >= 0; i--) {
            countReader(i);
        }
        for (int i = 0; i <= place; i++) {
            if (readers[i] > 0) {
                add(i);
            }
        }
        this.result = operand(place);
        this.desks = ThreadLocal
                .withInitial(() -> new Desk(new double[tiles][TILE], new double[graph.length()][1]));
    }

    /** Works out a row, not yet clamped. */
    void run(FormulaInputs inputs, double[] out, int first) {
        Desk desk = desks.get();
        runOfRow(desk, inputs);
        for (int from = 0; from < inputs.width(); from += TILE) {
            int count = Math.min(TILE, inputs.width() - from);
            for (int i = 0; i < steps.size(); i++) {
                steps.get(i).run(desk, inputs, from, count);
            }
            System.arraycopy(desk.tiles[result], 0, out, first + from, count);
        }
    }

    private void runOfRow(Desk desk, FormulaInputs inputs) {
        for (int i = 0; i < ofRow.size(); i++) {
            int place = ofRow.get(i);
            double[] out = desk.ofRow[place];
            switch (graph.node(place)) {
                case Constant number -> out[0] = number.value();
                case Variable read -> out[0] = inputs.ofRow(read.variable());
                case Call call -> call.operation().run(desk.ofRow[call.a()], desk.ofRow[call.b()],
                        desk.ofRow[call.c()], out, 1);
            }
        }
    }

    private void countReader(int place) {
        if (readers[place] > 0 && !kept.containsKey(place) && graph.node(place) instanceof Call call) {
            readers[call.a()]++;
            readers[call.b()]++;
            readers[call.c()]++;
        }
    }

    private void add(int place) {
        KeptNumbers numbers = kept.get(place);
        if (numbers != null) {
            int tile = takeTile(place);
            steps.add((desk, inputs, from, count) -> System.arraycopy(numbers.ofPixels(),
                    numbers.firstPixel(inputs.row()) + from, desk.tiles[tile], 0, count));
        } else if (!graph.changesWith(place, FormulaGraph.COLUMN)) {
            ofRow.add(place);
        } else if (graph.node(place) instanceof Variable read) {
            int tile = takeTile(place);
            steps.add((desk, inputs, from, count) -> System.arraycopy(inputs.along(read.variable()), from,
                    desk.tiles[tile], 0, count));
        } else if (graph.node(place) instanceof Call call) {
            add(call, place);
        }
    }

    private void add(Call call, int place) {
        FormulaOperation operation = call.operation();
        int a = operand(call.a());
        int b = call.b() == call.a() ? a : operand(call.b());
        int c = call.c() == call.a() ? a : call.c() == call.b() ? b : operand(call.c());
        release(call.a(), a);
        release(call.b(), b);
        release(call.c(), c);
        int out = takeTile(place);
        steps.add((desk, inputs, from, count) -> operation.run(desk.tiles[a], desk.tiles[b], desk.tiles[c],
                desk.tiles[out], count));
    }

    /** The tile in which a step stands; a number for the whole row is spread over one first. */
    private int operand(int place) {
        if (graph.changesWith(place, FormulaGraph.COLUMN)) {
            return tileOf[place];
        }
        int tile = freeTile();
        steps.add((desk, inputs, from, count) -> Arrays.fill(desk.tiles[tile], 0, count,
                desk.ofRow[place][0]));
        return tile;
    }

    /** Nobody else reads what was spread for one operation. */
    private void release(int place, int tile) {
        readers[place]--;
        boolean isSpread = !graph.changesWith(place, FormulaGraph.COLUMN);
        if ((isSpread || readers[place] == 0) && !free.contains(tile)) {
            free.push(tile);
        }
    }

    private int takeTile(int place) {
        tileOf[place] = freeTile();
        return tileOf[place];
    }

    private int freeTile() {
        return free.isEmpty() ? tiles++ : free.pop();
    }
}

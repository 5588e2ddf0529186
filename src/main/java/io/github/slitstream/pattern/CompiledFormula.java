package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A formula ready to be worked out at one size. Of one that moves, the costliest parts that do not are kept for all
 * pixels: reading a number from memory takes about as long as a few sines. Any number of threads, each with inputs of
 * its own and on another row.
 */
final class CompiledFormula {
    /** In additions; less is worked out again sooner than it is read. */
    private static final int WORTH_KEEPING = 24;
    /** Each takes eight bytes a pixel. */
    private static final int MOST_KEPT = 3;

    private final FormulaProgram program;
    private final List<KeptNumbers> kept;
    private final boolean moves;
    private final boolean readsPicture;

    private CompiledFormula(FormulaGraph graph, int result) {
        Map<Integer, KeptNumbers> byPlace = new HashMap<>();
        for (int place : worthKeeping(graph, result)) {
            byPlace.put(place, new KeptNumbers(graph.size(), new FormulaProgram(graph, place, Map.of())));
        }
        this.program = new FormulaProgram(graph, result, byPlace);
        this.kept = List.copyOf(byPlace.values());
        this.moves = graph.changesWith(result, FormulaGraph.TIME | FormulaGraph.PICTURE);
        this.readsPicture = graph.changesWith(result, FormulaGraph.PICTURE);
    }

    /** @throws FormulaFlaw if it is none */
    static CompiledFormula of(String text, FrameSize size) throws FormulaFlaw {
        FormulaGraph graph = new FormulaGraph(size);
        return new CompiledFormula(graph, FormulaParser.parse(text, graph));
    }

    /** Whether its numbers may be others for the next picture. */
    boolean moves() {
        return moves;
    }

    boolean readsPicture() {
        return readsPicture;
    }

    /**
     * Works out the row on which the inputs are: numbers within 0 … 1, 0 for what is none. Allocates nothing but once
     * for each thread.
     */
    void fillRow(FormulaInputs inputs, double[] out, int first) {
        for (int i = 0; i < kept.size(); i++) {
            kept.get(i).fill(inputs);
        }
        program.run(inputs, out, first);
        FormulaLoops.clampToUnit(out, first, inputs.width());
    }

    /** What stays, changes along rows and from row to row, and is read by what moves. */
    private static List<Integer> worthKeeping(FormulaGraph graph, int result) {
        int[] costs = costs(graph);
        boolean[] readByMoving = new boolean[result + 1];
        boolean[] isRead = new boolean[result + 1];
        isRead[result] = true;
        for (int place = result; place >= 0; place--) {
            if (isRead[place] && moves(graph, place) && graph.node(place) instanceof FormulaGraph.Call call) {
                for (int operand : new int[]{call.a(), call.b(), call.c()}) {
                    isRead[operand] = true;
                    readByMoving[operand] = true;
                }
            }
        }
        return IntStream.rangeClosed(0, result)
                .filter(place -> readByMoving[place] && !moves(graph, place)
                        && graph.changesWith(place, FormulaGraph.COLUMN) && costs[place] >= WORTH_KEEPING)
                .boxed().sorted(Comparator.comparingInt((Integer place) -> -costs[place])).limit(MOST_KEPT)
                .toList();
    }

    /** Of what changes along rows and from row to row; what is read twice counts twice. */
    private static int[] costs(FormulaGraph graph) {
        int[] costs = new int[graph.length()];
        for (int place = 0; place < costs.length; place++) {
            if (graph.changesWith(place, FormulaGraph.COLUMN) && !graph.isColumn(place)
                    && graph.node(place) instanceof FormulaGraph.Call call) {
                int operands = costs[call.a()] + (call.b() == call.a() ? 0 : costs[call.b()])
                        + (call.c() == call.a() ? 0 : costs[call.c()]);
                costs[place] = Math.min(call.operation().cost() + operands, 1 << 20);
            }
        }
        return costs;
    }

    private static boolean moves(FormulaGraph graph, int place) {
        return graph.changesWith(place, FormulaGraph.TIME | FormulaGraph.PICTURE);
    }
}

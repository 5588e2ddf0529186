package io.github.slitstream.pattern;

import io.github.slitstream.pattern.FormulaGraph.Call;
import io.github.slitstream.pattern.FormulaGraph.Constant;
import io.github.slitstream.pattern.FormulaGraph.Variable;
import io.github.slitstream.pattern.FormulaSteps.Step;
import java.util.List;
import java.util.Map;

/**
 * One result of a graph, worked out for a row in tiles that stay in the nearest cache, one loop for each operation or
 * for several that follow each other. What is the same for a whole row is worked out once for it, what is the same in
 * all rows once for each picture. Any number of threads, each with inputs of its own; allocates nothing but once for
 * each thread.
 */
final class FormulaProgram {
    private final FormulaGraph graph;
    private final List<Integer> ofRow;
    private final List<Step> ofPicture;
    private final List<Step> ofTile;
    private final FormulaAffine result;
    private final ThreadLocal<FormulaWorkspace> workspaces;

    /**
     * @param place of the result
     * @param kept by place, steps that are read instead of being worked out
     */
    FormulaProgram(FormulaGraph graph, int place, Map<Integer, KeptNumbers> kept) {
        this.graph = graph;
        FormulaSteps made = new FormulaSteps(graph, place, kept);
        int tiles = made.tiles();
        int columns = made.columns();
        this.ofRow = made.ofRow();
        this.ofPicture = made.ofPicture();
        this.ofTile = made.ofTile();
        this.result = made.result();
        this.workspaces = ThreadLocal
                .withInitial(() -> new FormulaWorkspace(tiles, columns, graph.length(), graph.size().width()));
    }

    /** Works out a row, not yet clamped. */
    void run(FormulaInputs inputs, double[] out, int first) {
        FormulaWorkspace workspace = workspaces.get();
        runOfRow(workspace, inputs);
        boolean isNewPicture = workspace.goTo(inputs.pictures());
        for (int from = 0; from < inputs.width(); from += FormulaWorkspace.TILE) {
            int count = Math.min(FormulaWorkspace.TILE, inputs.width() - from);
            if (isNewPicture) {
                run(ofPicture, workspace, inputs, from, count);
            }
            run(ofTile, workspace, inputs, from, count);
            result.run(workspace, from, count, out, first + from);
        }
    }

    private static void run(List<Step> steps, FormulaWorkspace workspace, FormulaInputs inputs, int from, int count) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).run(workspace, inputs, from, count);
        }
    }

    private void runOfRow(FormulaWorkspace workspace, FormulaInputs inputs) {
        for (int i = 0; i < ofRow.size(); i++) {
            int place = ofRow.get(i);
            double[] out = workspace.ofRow(place);
            switch (graph.node(place)) {
                case Constant number -> out[0] = number.value();
                case Variable read -> out[0] = inputs.ofRow(read.variable());
                case Call call -> call.operation().run(workspace.ofRow(call.a()), workspace.ofRow(call.b()),
                        workspace.ofRow(call.c()), out, 1);
            }
        }
    }
}

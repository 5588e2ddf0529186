package io.github.slitstream.pattern;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of which each is taken as {@code (number + p)·q + r}, with p, q and r the same for a row: what is left out is
 * −0, 1 and −0, with which nothing changes.
 *
 * @param base place in the graph of what stands in the operand
 * @param isNegated whether q is taken with the other sign
 */
record FormulaAffine(int base, FormulaOperand operand, @Nullable Term plus, boolean isNegated, @Nullable Term times,
        @Nullable Term then) {
    private static final double NOTHING = -0.0;

    /**
     * A number that is the same for a row.
     *
     * @param place in the graph
     */
    record Term(int place, boolean isNegated) {
        double value(FormulaWorkspace workspace) {
            double value = workspace.ofRow(place)[0];
            return isNegated ? -value : value;
        }
    }

    /** The numbers as they stand. */
    static FormulaAffine of(int base, FormulaOperand operand) {
        return new FormulaAffine(base, operand, null, false, null, null);
    }

    /** With one more number added, or null if that is one too many. */
    @Nullable
    FormulaAffine plus(Term term) {
        if (then != null) {
            return null;
        }
        return plus == null && times == null && !isNegated
                ? new FormulaAffine(base, operand, term, false, null, null)
                : new FormulaAffine(base, operand, plus, isNegated, times, term);
    }

    @Nullable
    FormulaAffine times(Term term) {
        return times != null || then != null
                ? null
                : new FormulaAffine(base, operand, plus, isNegated, term, null);
    }

    @Nullable
    FormulaAffine negated() {
        return then != null ? null : new FormulaAffine(base, operand, plus, !isNegated, times, null);
    }

    double p(FormulaWorkspace workspace) {
        return plus == null ? NOTHING : plus.value(workspace);
    }

    double q(FormulaWorkspace workspace) {
        double factor = times == null ? 1 : times.value(workspace);
        return isNegated ? -factor : factor;
    }

    double r(FormulaWorkspace workspace) {
        return then == null ? NOTHING : then.value(workspace);
    }

    /** Writes them somewhere, perhaps to where they stand. */
    void run(FormulaWorkspace workspace, int from, int count, double[] out, int at) {
        FormulaLoops.affine(operand.in(workspace, from), p(workspace), q(workspace), r(workspace), out, at, count);
    }
}

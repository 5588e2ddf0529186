package io.github.slitstream.pattern;

import io.github.slitstream.param.Syntax.Flaw;

/** What reading a formula stumbled over. */
final class FormulaFlaw extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Flaw flaw;

    FormulaFlaw(int column, String reason) {
        super(reason, null, false, false);
        flaw = new Flaw(column, reason);
    }

    Flaw flaw() {
        return flaw;
    }
}

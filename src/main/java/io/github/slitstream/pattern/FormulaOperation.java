package io.github.slitstream.pattern;

import java.util.Optional;

/** What a formula may do: functions under their names, and what operators stand for. */
enum FormulaOperation {
    ADD("+", 2, 1),
    SUBTRACT("-", 2, 1),
    MULTIPLY("*", 2, 1),
    DIVIDE("/", 2, 2),
    /** With the sign of the divisor: {@code a − b·⌊a/b⌋}. */
    MODULO("%", 2, 3),
    NEGATE("-", 1, 1),
    LESS("<", 2, 1),
    AT_MOST("<=", 2, 1),
    EQUAL("==", 2, 1),
    UNEQUAL("!=", 2, 1),

    /** The second where the first is not 0, otherwise the third. */
    IF("if", 3, 1),
    MIN("min", 2, 1),
    MAX("max", 2, 1),
    CLAMP("clamp", 3, 2),
    MIX("mix", 3, 2),
    /** 0 where the second is below the first, otherwise 1. */
    STEP("step", 2, 1),
    SMOOTHSTEP("smoothstep", 3, 4),
    FRACT("fract", 1, 1),
    FLOOR("floor", 1, 1),
    ABS("abs", 1, 1),
    SIGN("sign", 1, 1),
    SQRT("sqrt", 1, 4),
    SIN("sin", 1, 8),
    COS("cos", 1, 8),
    TAN("tan", 1, 16),
    ATAN2("atan2", 2, 20),
    EXP("exp", 1, 12),
    LOG("log", 1, 12),
    POW("pow", 2, 30),
    /** Gradient noise of a place and a seed. */
    NOISE("noise", 3, 40),
    /** Another number within 0 … 1 for every seed. */
    RANDOM("random", 1, 8);

    private final String written;
    private final int operands;
    private final int cost;

    FormulaOperation(String written, int operands, int cost) {
        this.written = written;
        this.operands = operands;
        this.cost = cost;
    }

    static Optional<FormulaOperation> function(String name) {
        for (FormulaOperation operation : values()) {
            if (operation.isFunction() && operation.written.equals(name)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    boolean isFunction() {
        return Character.isLetter(written.charAt(0));
    }

    String written() {
        return written;
    }

    int operands() {
        return operands;
    }

    /** Whether it may be given more operands than it has, as {@code min(a, b, c)} is {@code min(min(a, b), c)}. */
    boolean takesMore() {
        return this == MIN || this == MAX;
    }

    /** About how long it takes, in additions. */
    int cost() {
        return cost;
    }

    /**
     * What it does to tiles of numbers. A switch, because a reference to each loop would have Java make a class of each
     * before the first formula is there.
     *
     * @param a first operand; operands that it does not have are any others
     * @param out may be one of the operands
     */
    void run(double[] a, double[] b, double[] c, double[] out, int count) {
        switch (this) {
            case ADD -> FormulaLoops.add(a, b, out, count);
            case SUBTRACT -> FormulaLoops.subtract(a, b, out, count);
            case MULTIPLY -> FormulaLoops.multiply(a, b, out, count);
            case DIVIDE -> FormulaLoops.divide(a, b, out, count);
            case MODULO -> FormulaLoops.modulo(a, b, out, count);
            case NEGATE -> FormulaLoops.negate(a, out, count);
            case LESS -> FormulaLoops.less(a, b, out, count);
            case AT_MOST -> FormulaLoops.atMost(a, b, out, count);
            case EQUAL -> FormulaLoops.equal(a, b, out, count);
            case UNEQUAL -> FormulaLoops.unequal(a, b, out, count);
            case IF -> FormulaLoops.choose(a, b, c, out, count);
            case MIN -> FormulaLoops.min(a, b, out, count);
            case MAX -> FormulaLoops.max(a, b, out, count);
            case CLAMP -> FormulaLoops.clamp(a, b, c, out, count);
            case MIX -> FormulaLoops.mix(a, b, c, out, count);
            case STEP -> FormulaLoops.step(a, b, out, count);
            case SMOOTHSTEP -> FormulaLoops.smoothStep(a, b, c, out, count);
            case FRACT -> FormulaLoops.fract(a, out, count);
            case FLOOR -> FormulaLoops.floor(a, out, count);
            case ABS -> FormulaLoops.abs(a, out, count);
            case SIGN -> FormulaLoops.sign(a, out, count);
            case SQRT -> FormulaLoops.squareRoot(a, out, count);
            case SIN -> FormulaLoops.sine(a, out, count);
            case COS -> FormulaLoops.cosine(a, out, count);
            case TAN -> FormulaLoops.tangent(a, out, count);
            case ATAN2 -> FormulaLoops.angle(a, b, out, count);
            case EXP -> FormulaLoops.exponential(a, out, count);
            case LOG -> FormulaLoops.logarithm(a, out, count);
            case POW -> FormulaLoops.power(a, b, out, count);
            case NOISE -> FormulaLoops.noise(a, b, c, out, count);
            case RANDOM -> FormulaLoops.random(a, out, count);
        }
    }
}

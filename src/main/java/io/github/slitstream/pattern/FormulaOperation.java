package io.github.slitstream.pattern;

import java.util.Arrays;
import java.util.Optional;

/** What a formula may do: functions under their names, and what operators stand for. */
enum FormulaOperation {
    ADD("+", 2, 1, FormulaLoops::add),
    SUBTRACT("-", 2, 1, FormulaLoops::subtract),
    MULTIPLY("*", 2, 1,
            FormulaLoops::multiply),
    DIVIDE("/", 2, 2, FormulaLoops::divide),
    /** With the sign of the divisor: {@code a − b·⌊a/b⌋}. */
    MODULO("%", 2, 3, FormulaLoops::modulo),
    NEGATE("-", 1, 1, FormulaLoops::negate),
    LESS("<", 2, 1,
            FormulaLoops::less),
    AT_MOST("<=", 2, 1, FormulaLoops::atMost),
    EQUAL("==", 2, 1,
            FormulaLoops::equal),
    UNEQUAL("!=", 2, 1, FormulaLoops::unequal),

    /** The second where the first is not 0, otherwise the third. */
    IF("if", 3, 1, FormulaLoops::choose),
    MIN("min", 2, 1, FormulaLoops::min),
    MAX("max", 2, 1,
            FormulaLoops::max),
    CLAMP("clamp", 3, 2, FormulaLoops::clamp),
    MIX("mix", 3, 2, FormulaLoops::mix),
    /** 0 where the second is below the first, otherwise 1. */
    STEP("step", 2, 1, FormulaLoops::step),
    SMOOTHSTEP("smoothstep", 3, 4, FormulaLoops::smoothStep),
    FRACT("fract", 1,
            1, FormulaLoops::fract),
    FLOOR("floor", 1, 1, FormulaLoops::floor),
    ABS("abs", 1, 1,
            FormulaLoops::abs),
    SIGN("sign", 1, 1, FormulaLoops::sign),
    SQRT("sqrt", 1, 4,
            FormulaLoops::squareRoot),
    SIN("sin", 1, 8, FormulaLoops::sine),
    COS("cos", 1, 8,
            FormulaLoops::cosine),
    TAN("tan", 1, 16, FormulaLoops::tangent),
    ATAN2("atan2", 2,
            20, FormulaLoops::angle),
    EXP("exp", 1, 12, FormulaLoops::exponential),
    LOG(
            "log", 1, 12,
            FormulaLoops::logarithm),
    POW("pow", 2, 30, FormulaLoops::power),
    /** Gradient noise of a place and a seed. */
    NOISE("noise", 3, 40, FormulaLoops::noise),
    /** Another number within 0 … 1 for every seed. */
    RANDOM("random", 1, 8, FormulaLoops::random);

    /** What it does to tiles of numbers; operands that it does not have are any others. */
    @FunctionalInterface
    interface Loop {
        /** @param out may be one of the operands */
        void run(double[] a, double[] b, double[] c, double[] out, int count);
    }

    private final String written;
    private final int operands;
    private final int cost;
    @SuppressWarnings("ImmutableEnumChecker") // all are method references
    private final Loop loop;

    FormulaOperation(String written, int operands, int cost, Loop loop) {
        this.written = written;
        this.operands = operands;
        this.cost = cost;
        this.loop = loop;
    }

    static Optional<FormulaOperation> function(String name) {
        return Arrays.stream(values()).filter(operation -> operation.isFunction() && operation.written.equals(name))
                .findFirst();
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

    void run(double[] a, double[] b, double[] c, double[] out, int count) {
        loop.run(a, b, c, out, count);
    }
}

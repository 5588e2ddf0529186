package io.github.slitstream.pattern;

import io.github.slitstream.param.BadValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a formula by recursive descent into a graph. From loosest to tightest: comparisons; + and −; *, / and %; a
 * sign; ^, which groups to the right and binds tighter than a sign on its left.
 */
final class FormulaParser {
    static final int LONGEST = 1000;
    static final int DEEPEST = 50;

    private static final String VALUE = "a number, a variable, a function, '-' or '('";
    private static final String OPERATOR = "an operator (+ - * / % ^ < <= > >= == !=)";
    /** Longer signs before those they begin with. */
    private static final List<String> COMPARISONS = List.of("<=", ">=", "==", "!=", "<", ">");
    private static final Map<String, FormulaOperation> SUMS = Map.of("+", FormulaOperation.ADD, "-",
            FormulaOperation.SUBTRACT);
    private static final Map<String, FormulaOperation> PRODUCTS = Map.of("*", FormulaOperation.MULTIPLY, "/",
            FormulaOperation.DIVIDE, "%", FormulaOperation.MODULO);
    /** Names of numbers, and of what is made of other variables. */
    private static final List<String> SHORTHANDS = List.of("r", "theta", "w", "h", "pi");

    private final FormulaScanner scanner;
    private final FormulaGraph graph;
    private int depth;

    private FormulaParser(FormulaScanner scanner, FormulaGraph graph) {
        this.scanner = scanner;
        this.graph = graph;
    }

    /**
     * @param graph gets the steps
     * @return place of the step that is the result
     */
    static int parse(String text, FormulaGraph graph) throws FormulaFlaw {
        if (text.length() > LONGEST) {
            throw new FormulaFlaw(LONGEST + 1, "a formula has at most " + LONGEST + " characters");
        }
        FormulaScanner scanner = new FormulaScanner(text);
        int result = new FormulaParser(scanner, graph).comparison();
        if (!scanner.isAtEnd()) {
            throw scanner.expected(OPERATOR + " or the end");
        }
        return result;
    }

    static List<String> variables() {
        return Stream.concat(Arrays.stream(FormulaVariable.values()).map(FormulaVariable::written),
                SHORTHANDS.stream()).toList();
    }

    static List<String> functions() {
        return Arrays.stream(FormulaOperation.values()).filter(FormulaOperation::isFunction)
                .map(FormulaOperation::written).toList();
    }

    private int comparison() throws FormulaFlaw {
        int left = sum();
        for (String sign = take(COMPARISONS); sign != null; sign = take(COMPARISONS)) {
            int right = sum();
            left = switch (sign) {
                case "<" -> graph.call(FormulaOperation.LESS, left, right);
                case "<=" -> graph.call(FormulaOperation.AT_MOST, left, right);
                case ">" -> graph.call(FormulaOperation.LESS, right, left);
                case ">=" -> graph.call(FormulaOperation.AT_MOST, right, left);
                case "==" -> graph.call(FormulaOperation.EQUAL, left, right);
                default -> graph.call(FormulaOperation.UNEQUAL, left, right);
            };
        }
        return left;
    }

    private int sum() throws FormulaFlaw {
        int left = product();
        for (FormulaOperation next = take(SUMS); next != null; next = take(SUMS)) {
            left = graph.call(next, left, product());
        }
        return left;
    }

    private int product() throws FormulaFlaw {
        int left = signed();
        for (FormulaOperation next = take(PRODUCTS); next != null; next = take(PRODUCTS)) {
            left = graph.call(next, left, signed());
        }
        return left;
    }

    /** Whatever lies within something else goes through here. */
    private int signed() throws FormulaFlaw {
        if (++depth > DEEPEST) {
            throw new FormulaFlaw(scanner.column(), "more than " + DEEPEST + " levels lie inside of one another here");
        }
        int value = scanner.takes("-") ? graph.call(FormulaOperation.NEGATE, signed()) : power();
        depth--;
        return value;
    }

    private int power() throws FormulaFlaw {
        int base = value();
        return scanner.takes("^") ? graph.call(FormulaOperation.POW, base, signed()) : base;
    }

    private int value() throws FormulaFlaw {
        if (scanner.isAt('(')) {
            return inParentheses();
        }
        if (scanner.isAtNumber()) {
            return graph.number(scanner.number());
        }
        if (scanner.isAtName()) {
            return named();
        }
        throw scanner.expected(VALUE);
    }

    private int inParentheses() throws FormulaFlaw {
        int column = scanner.column();
        scanner.takes("(");
        int value = comparison();
        if (!scanner.takes(")")) {
            throw scanner.expected(OPERATOR + " or ')' for the '(' in column " + column);
        }
        return value;
    }

    private int named() throws FormulaFlaw {
        int column = scanner.column();
        String name = scanner.name();
        Optional<FormulaVariable> variable = FormulaVariable.named(name);
        if (variable.isPresent()) {
            return graph.variable(variable.get());
        }
        Optional<FormulaOperation> function = FormulaOperation.function(name);
        if (function.isPresent()) {
            return call(function.get(), column);
        }
        return switch (name) {
            case "pi" -> graph.number(Math.PI);
            case "w" -> graph.number(graph.size().width());
            case "h" -> graph.number(graph.size().height());
            case "r" -> graph.call(FormulaOperation.SQRT, graph.call(FormulaOperation.ADD,
                    square(FormulaVariable.X), square(FormulaVariable.Y)));
            case "theta" -> graph.call(FormulaOperation.ATAN2, graph.variable(FormulaVariable.Y),
                    graph.variable(FormulaVariable.X));
            default -> throw new FormulaFlaw(column, BadValue.unknown("variable or function", name,
                    Stream.concat(variables().stream(), functions().stream()).toList()).getMessage());
        };
    }

    private int square(FormulaVariable variable) {
        int value = graph.variable(variable);
        return graph.call(FormulaOperation.MULTIPLY, value, value);
    }

    private int call(FormulaOperation function, int column) throws FormulaFlaw {
        if (!scanner.takes("(")) {
            throw scanner.expected("the '(' of " + function.written());
        }
        int[] operands = {comparison()};
        while (scanner.takes(",")) {
            operands = Arrays.copyOf(operands, operands.length + 1);
            operands[operands.length - 1] = comparison();
        }
        if (!scanner.takes(")")) {
            throw scanner.expected(OPERATOR + ", ',' or the ')' of " + function.written());
        }
        if (operands.length < function.operands() || (operands.length > function.operands() && !function.takesMore())) {
            throw new FormulaFlaw(column, function.written() + " takes " + function.operands()
                    + (function.takesMore() ? " or more" : "")
                    + (function.operands() == 1 ? " value" : " values") + ", here it gets " + operands.length);
        }
        return graph.call(function, operands);
    }

    private @Nullable FormulaOperation take(Map<String, FormulaOperation> operators) {
        for (Map.Entry<String, FormulaOperation> operator : operators.entrySet()) {
            if (scanner.takes(operator.getKey())) {
                return operator.getValue();
            }
        }
        return null;
    }

    private @Nullable String take(List<String> signs) {
        for (String sign : signs) {
            if (scanner.takes(sign)) {
                return sign;
            }
        }
        return null;
    }
}

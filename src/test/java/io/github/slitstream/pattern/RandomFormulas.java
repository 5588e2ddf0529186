package io.github.slitstream.pattern;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Formulas that are right, right but for a slip, or nonsense. */
final class RandomFormulas {
    private static final List<String> OPERATORS = List.of("+", "-", "*", "/", "%", "^", "<", "<=", ">", ">=", "==",
            "!=");
    private static final String SLIPS = "()+-*/%^<>=!,.0123456789eExyrtjiwhn _$é\t\n\0";

    private final Random random;

    RandomFormulas(Random random) {
        this.random = random;
    }

    String next() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> expression(4);
            case 2 -> slipped(expression(3));
            default -> nonsense();
        };
    }

    private String expression(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return random.nextBoolean() ? any(FormulaParser.variables()) : number();
        }
        return switch (random.nextInt(4)) {
            case 0 -> "(" + expression(depth - 1) + ")";
            case 1 -> "-" + expression(depth - 1);
            case 2 -> call(depth);
            default -> expression(depth - 1) + any(OPERATORS) + expression(depth - 1);
        };
    }

    private String call(int depth) {
        String name = any(FormulaParser.functions());
        int operands = FormulaOperation.function(name).orElseThrow().operands();
        return name + "(" + String.join(", ", Stream.generate(() -> expression(depth - 1)).limit(operands).toList())
                + ")";
    }

    private String number() {
        return switch (random.nextInt(4)) {
            case 0 -> Integer.toString(random.nextInt(100));
            case 1 -> Double.toString(random.nextDouble());
            case 2 -> "1e" + random.nextInt(300);
            default -> "." + random.nextInt(1000);
        };
    }

    private String slipped(String right) {
        StringBuilder text = new StringBuilder(right);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, SLIPS.charAt(random.nextInt(SLIPS.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1));
                default -> text.insert(at, text.substring(random.nextInt(text.length() + 1)));
            }
        }
        return text.toString();
    }

    private String nonsense() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(SLIPS.charAt(random.nextInt(SLIPS.length())));
        }
        return text.toString();
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}

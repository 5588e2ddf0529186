package io.github.slitstream.preset;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.FileName;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Grid;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Matrix;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Text;
import io.github.slitstream.param.Values;
import java.util.Random;

/** Presets of every shape, from a seed. */
final class RandomPresets {
    private static final String LETTERS = "aZ09 -_:#'\"\\{}[]&*!|>%@`,?~\t\n\r\u00e9\u00df\u2028\u0085\u202e\u4e2d";
    private final Random random;

    RandomPresets(long seed) {
        random = new Random(seed);
    }

    Preset next() {
        Preset preset = Preset.empty("").named(words(), words());
        preset = preset.withRing(changed(preset.ring()));
        for (int i = random.nextInt(5); i > 0; i--) {
            EffectType type = Effects.ALL.get(random.nextInt(Effects.ALL.size()));
            Slot settings = Slot.of(type).withEnabled(random.nextBoolean());
            preset = preset.plus(settings.withValues(changed(settings.values())));
        }
        return preset;
    }

    private Values changed(Values values) {
        Values changed = values;
        for (int round = 0; round < 2; round++) { // what the first round's options brought is kept by the second's
            for (Parameter<?> parameter : changed.parameters()) {
                boolean hasSay = changed.parameters().contains(parameter);
                changed = hasSay && random.nextBoolean() ? changed(changed, parameter) : changed;
            }
        }
        return changed;
    }

    private Values changed(Values values, Parameter<?> parameter) {
        return switch (parameter) {
            case Real real -> values.with(real, random.nextBoolean()
                    ? real.min() + random.nextDouble() * (real.max() - real.min())
                    : Math.max(real.min(), -random.nextDouble() * 1e-9));
            case Int whole -> values.with(whole, random.nextInt(whole.min(), whole.max() + 1));
            case Flag flag -> values.with(flag, random.nextBoolean());
            case Choice<?> choice -> values.with(choice.id(),
                    choice.options().get(random.nextInt(choice.options().size())).id());
            case Matrix matrix -> values.with(matrix, grid(matrix));
            case FileName name -> values.with(name, "folder/" + words().replaceAll("\\R", "") + "x");
            case Text text -> values.with(text, text.examples().get(random.nextInt(text.examples().size())).text());
        };
    }

    private Grid grid(Matrix matrix) {
        int rows = side(matrix);
        int columns = side(matrix);
        double[] numbers = random.doubles((long) rows * columns, -matrix.limit(), matrix.limit())
                .map(number -> switch (random.nextInt(3)) {
                    case 0 -> Math.rint(number);
                    case 1 -> number * 1e-20;
                    default -> number;
                }).toArray();
        return Grid.of(rows, columns, numbers);
    }

    private int side(Matrix matrix) {
        int side = random.nextInt(matrix.minSide(), matrix.maxSide() + 1);
        return matrix.isSide(side) ? side : matrix.minSide();
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            words.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return random.nextInt(4) == 0 ? words.append("\uD83D\uDE00").toString() : words.toString();
    }
}

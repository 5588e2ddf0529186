package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Syntax;
import io.github.slitstream.param.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A formula of place, time and picture in double arithmetic, with functions of {@link Polynomials}, so that it gives
 * the same bits on every machine. What is not a number is 0, and the result is clamped to 0 … 1.
 */
final class Formula implements Pattern {
    /** A formula can be read for any size as for this. */
    private static final FrameSize ANY_SIZE = new FrameSize(1, 1);

    private static final Syntax SYNTAX = new Syntax() {
        @Override
        public String allowed() {
            return "a formula of " + String.join(", ", FormulaParser.variables())
                    + " with + - * / % ^ < <= > >= == != and "
                    + String.join(", ", FormulaParser.functions());
        }

        @Override
        public List<Completion> completions(String text, int at) {
            return FormulaNames.completions(text, at);
        }

        @Override
        public Optional<Flaw> flaw(String text) {
            try {
                FormulaParser.parse(text, new FormulaGraph(ANY_SIZE));
                return Optional.empty();
            } catch (FormulaFlaw e) {
                return Optional.of(e.flaw());
            }
        }
    };

    static final Text FORMULA = new Text("formula", "Formula",
            "What each pixel is, 0 now … 1 the past: x and y go from −1 to 1, r and theta are distance and direction "
                    + "from the middle, t is seconds, n pictures, i and j row and column of h and w.",
            SYNTAX, FormulaExamples.ALL, FormulaExamples.RIPPLES.text());

    @Override
    public String id() {
        return "formula";
    }

    @Override
    public String label() {
        return "Formula";
    }

    @Override
    public String doc() {
        return "A formula says how far back to look, still, moving or following the picture.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(FORMULA);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final FrameSize size;
        private final ThreadLocal<FormulaInputs> inputs;
        private final ElapsedTime time = new ElapsedTime();
        private @Nullable CompiledFormula formula;
        private @Nullable BrightnessRows brightness;
        private int pictures = -1;

        Numbers(FrameSize size) {
            this.size = size;
            this.inputs = ThreadLocal.withInitial(() -> new FormulaInputs(size));
        }

        /** Time goes on, as it does when somebody goes on writing. */
        @Override
        public void take(ParameterValues values) {
            try {
                formula = CompiledFormula.of(values.get(FORMULA), size);
                brightness = formula.readsPicture() ? new BrightnessRows(size) : null;
            } catch (FormulaFlaw e) {
                throw new BadValue(FORMULA.id() + ": " + e.flaw().words());
            }
        }

        @Override
        public boolean update(Frame picture, PlaneKernels kernels) {
            time.advance(picture.capturedNanos());
            pictures++;
            BrightnessRows follows = brightness;
            if (follows != null) {
                follows.show(picture, kernels);
            }
            CompiledFormula current = formula;
            return current != null && current.moves();
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            CompiledFormula current = formula;
            if (current == null) {
                return;
            }
            FormulaInputs own = inputs.get();
            own.moveTo(row, time.seconds(), Math.max(0, pictures));
            BrightnessRows follows = brightness;
            if (follows != null) {
                follows.read(row, own.luma(), own.motion());
            }
            current.fillRow(own, out, first);
        }
    }
}

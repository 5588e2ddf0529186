package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two patterns made one, each with its own parameters and what is done to it before, which stand under {@code a} and
 * {@code b}.
 */
final class Mix implements Pattern {
    static final String ID = "mix";

    private static final Real AMOUNT = Real.of("amount", "Amount", 0, 1, 0.5, "Share of b; the rest is a.");

    private final Choice<NestedPattern> a;
    private final PartShape shapeOfA = new PartShape("a");
    private final Choice<NestedPattern> b;
    private final PartShape shapeOfB = new PartShape("b");
    private final Choice<NestedPattern> mask;
    private final PartShape shapeOfMask = new PartShape("mask");
    private final MixWay byAmount;
    private final MixWay byMask;
    private final Choice<MixWay> how;

    /**
     * @param parts what it may be made of
     * @param missing what people may look for among these in vain
     * @param first what it is of a by itself
     * @param second what it is of b by itself
     */
    Mix(List<Pattern> parts, Optional<Choice.Missing> missing, Pattern first, Pattern second) {
        a = part("a", "Pattern", parts, missing, first, "The first pattern of the mix.");
        b = part("b", "Pattern", parts, missing, second, "The second pattern of the mix.");
        mask = part("mask", "Pattern", parts, missing, parts.getFirst(),
                "Where this is now, a is seen; where it is the past, b.");
        byAmount = MixWay.of("blend", "Blend", "So much of b, and of a the rest.", MixWay::blend).with(List.of(AMOUNT));
        byMask = MixWay.of("mask", "Mask", "A third pattern says where b takes the place of a.", MixWay::blend)
                .with(with(mask, shapeOfMask));
        how = Choice.of("how", "How", List.of(byAmount,
                MixWay.of("add", "Add", "Both together, at most the past.", MixWay::add),
                MixWay.of("multiply", "Multiply", "The past only where both are.", MixWay::multiply),
                MixWay.of("difference", "Difference", "How far apart both are.", MixWay::difference),
                MixWay.of("max", "Older", "The older of both.", MixWay::max),
                MixWay.of("min", "Newer", "The newer of both.", MixWay::min), byMask), byAmount,
                "What becomes of both.");
    }

    private static Choice<NestedPattern> part(String path, String label, List<Pattern> parts,
            Optional<Choice.Missing> missing, Pattern byDefault, String doc) {
        List<NestedPattern> options = parts.stream().map(pattern -> new NestedPattern(path, pattern)).toList();
        Choice<NestedPattern> part = Choice.of(path + ".pattern",
                path.toUpperCase(Locale.ROOT) + " \u00b7 " + label, options, options.get(parts.indexOf(byDefault)),
                doc);
        return missing.map(part::without).orElse(part);
    }

    private static List<Parameter<?>> with(Choice<NestedPattern> part, PartShape shape) {
        return Stream.<Parameter<?>>concat(Stream.of(part), shape.parameters().stream()).toList();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "Mix";
    }

    @Override
    public String doc() {
        return "Two patterns in one: blended, added, multiplied, or one of them where a third says so. Each may be a mix"
                + " itself, with parameters such as b.a.angle, up to " + Patterns.DEEPEST_MIX + " within one another.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(with(a, shapeOfA));
        all.addAll(with(b, shapeOfB));
        all.add(how);
        return List.copyOf(all);
    }

    @Override
    public void check(ParameterValues values) {
        for (Choice<NestedPattern> part : isMasked(values) ? List.of(a, b, mask) : List.of(a, b)) {
            NestedPattern nested = values.get(part);
            check(nested, NestedValues.of(values, nested));
        }
    }

    /** What a mix says names the path of its part already. */
    private static void check(NestedPattern nested, NestedValues own) {
        try {
            nested.pattern().check(own);
        } catch (BadValue e) {
            throw nested.pattern() instanceof Mix ? e : new BadValue(nested.path() + ": " + e.getMessage());
        }
    }

    @Override
    public List<PatternPart> parts(ParameterValues values) {
        List<PatternPart> parts = new ArrayList<>(
                List.of(part("A", a, shapeOfA, values), part("B", b, shapeOfB, values)));
        if (isMasked(values)) {
            parts.add(part("Mask", mask, shapeOfMask, values));
        }
        return parts;
    }

    private static PatternPart part(String name, Choice<NestedPattern> part, PartShape shape, ParameterValues values) {
        NestedPattern nested = values.get(part);
        NestedValues own = NestedValues.of(values, nested);
        return new PatternPart(nested.path(), name, nested.pattern(),
                nested.pattern().centre(own).map(centre -> centre.within(nested.path())), nested.pattern().parts(own),
                size -> {
                    MixPart field = new MixPart(size, shape);
                    field.take(nested, values);
                    return field;
                });
    }

    private boolean isMasked(ParameterValues values) {
        return values.get(how).id().equals(byMask.id());
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private final class Numbers implements Field {
        private final int width;
        private final MixPart ofA;
        private final MixPart ofB;
        private final MixPart ofMask;
        private final ThreadLocal<Rows> rows;
        private MixWay way = byAmount;
        private boolean masked;
        private double amount;

        /** What one thread works with. */
        @SuppressWarnings("ArrayRecordComponent") // compared by nobody
        private record Rows(double[] b, double[] share) {}

        Numbers(FrameSize size) {
            width = size.width();
            ofA = new MixPart(size, shapeOfA);
            ofB = new MixPart(size, shapeOfB);
            ofMask = new MixPart(size, shapeOfMask);
            rows = ThreadLocal.withInitial(() -> new Rows(new double[width], new double[width]));
        }

        @Override
        public void take(ParameterValues values) {
            MixWay next = values.get(how);
            boolean byThird = isMasked(values);
            ofA.take(values.get(a), values);
            ofB.take(values.get(b), values);
            if (byThird) {
                ofMask.take(values.get(mask), values);
            }
            amount = next.id().equals(byAmount.id()) ? values.get(AMOUNT) : 1;
            masked = byThird;
            way = next;
        }

        @Override
        public void reach(FrameHistory past, double deepest) {
            ofA.reach(past, deepest);
            ofB.reach(past, deepest);
            if (masked) {
                ofMask.reach(past, deepest);
            }
        }

        @Override
        public boolean trigger() {
            boolean ofAny = ofA.trigger();
            ofAny |= ofB.trigger();
            if (masked) {
                ofAny |= ofMask.trigger();
            }
            return ofAny;
        }

        /** A mask is not seen. */
        @Override
        public boolean draws() {
            return ofA.draws() || ofB.draws();
        }

        @Override
        public void drawRow(int row, Frame picture) {
            drawRow(ofA, row, picture);
            drawRow(ofB, row, picture);
        }

        private static void drawRow(MixPart part, int row, Frame picture) {
            if (part.draws()) {
                part.drawRow(row, picture);
            }
        }

        @Override
        public boolean watches() {
            return ofA.watches() || ofB.watches() || (masked && ofMask.watches());
        }

        @Override
        public void watchRow(int row, Frame picture, PlaneKernels kernels) {
            ofA.watchRow(row, picture, kernels);
            ofB.watchRow(row, picture, kernels);
            if (masked) {
                ofMask.watchRow(row, picture, kernels);
            }
        }

        @Override
        public Optional<String> note() {
            return ofA.note().or(ofB::note).or(() -> masked ? ofMask.note() : Optional.empty());
        }

        @Override
        public boolean update(Frame picture, PlaneKernels kernels) {
            boolean aMoves = ofA.update(picture, kernels);
            boolean bMoves = ofB.update(picture, kernels);
            boolean maskMoves = masked && ofMask.update(picture, kernels);
            return aMoves || bMoves || maskMoves;
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            Rows own = rows.get();
            ofA.fillRow(row, out, first);
            ofB.fillRow(row, own.b, 0);
            if (masked) {
                ofMask.fillRow(row, own.share, 0);
            } else {
                Arrays.fill(own.share, amount);
            }
            way.loop().mix(out, first, own.b, own.share, width);
        }
    }
}

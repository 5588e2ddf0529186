package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Border;
import io.github.slitstream.kernel.Homography;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.Projection;
import io.github.slitstream.kernel.WarpMap;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ValueKey;
import io.github.slitstream.pattern.Direction;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Mixes the picture with its own last result, zoomed, turned and moved, as a camera does that looks at its own screen.
 * The first picture is shown as it is. A picture that is rendered again at the same time is mixed with the same result
 * as before.
 */
final class Feedback implements Effect {
    private static final int BITS = 12;
    private static final int ONE = 1 << BITS;
    private static final int HALF = ONE / 2;
    private static final int WHITE = 255;

    /** How a level of the picture and a level of the last result, times the amount, are mixed. */
    enum Mode implements NamedConstant {
        BLEND, LIGHTEN, SCREEN, DIFFERENCE;

        /** One method and not one for each: a branch that always goes the same way costs less than a call. */
        int mix(int picture, int last, int amount) {
            return switch (this) {
                case BLEND -> (picture * (ONE - amount) + last * amount + HALF) >> BITS;
                case LIGHTEN -> Math.max(picture, (last * amount + HALF) >> BITS);
                case SCREEN -> WHITE - (((WHITE - picture) * (WHITE * ONE - last * amount) / WHITE + HALF) >> BITS);
                case DIFFERENCE -> Math.abs(picture - ((last * amount + HALF) >> BITS));
            };
        }
    }

    private static final Real AMOUNT = Real.of("amount", "Amount", 0, 1, 0.85, "How much of the last result stays.");
    private static final Choice<Mode> MODE = Choice.of("mode", "Mode", List.of(Mode.values()), Mode.LIGHTEN,
            "How both are mixed.");
    private static final Real ZOOM = Real
            .of("zoom", "Zoom", 0.5, 2, 1.03, "How much larger the last result gets from picture to picture.")
            .slider(0.8, 1.25).logarithmic().decimals(3);
    private static final Real TURN = Real
            .of("turn", "Turn", -180, 180, 1, "How far it turns from picture to picture.").in("°").slider(-20, 20)
            .decimals(1);
    private static final Real RIGHT = Real
            .of("right", "Right", -1, 1, 0, "How far it moves to the right, in widths of the picture.")
            .slider(-0.1, 0.1).decimals(3);
    private static final Real DOWN = Real
            .of("down", "Down", -1, 1, 0, "How far it moves down, in heights of the picture.").slider(-0.1, 0.1)
            .decimals(3);

    static final EffectType TYPE = EffectType.of("feedback", "Feedback",
            "Mixes the picture with its own last result, zoomed and turned.", Footprint.GEOMETRIC,
            List.of(AMOUNT, MODE, ZOOM, TURN, RIGHT, DOWN), Feedback::new);

    private static final long NEVER = Long.MIN_VALUE;

    private final FrameSize size;
    private final Kernels kernels;
    private final WarpMap map;
    private final Homography matrix = Homography.identity();
    private final Projection projection;
    private final ValueKey madeOf = new ValueKey();
    private Frame last;
    private Frame next;
    private long shownNanos = NEVER;
    private boolean isFirst = true;
    private int amount;
    private Mode mode = Mode.LIGHTEN;

    private Feedback(FrameSize size, Kernels kernels) {
        this.size = size;
        this.kernels = kernels;
        this.map = new WarpMap(size.width(), size.height());
        this.projection = new Projection(matrix, size.width(), size.height(), Border.FILL);
        this.last = Frame.allocate(size, Arena.ofAuto());
        this.next = Frame.allocate(size, Arena.ofAuto());
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        amount = (int) Math.rint(values.get(AMOUNT) * ONE);
        mode = values.get(MODE);
        if (!madeOf.matches(values)) {
            aim(values);
            madeOf.take(TYPE.declared(), values);
        }
        long nanos = input.capturedNanos(0);
        if (shownNanos != NEVER && shownNanos != nanos) {
            Frame shown = next;
            next = last;
            last = shown;
            isFirst = false;
        }
        shownNanos = nanos;
    }

    /** From a pixel of the result to where it was in the last one. */
    private void aim(ParameterValues values) {
        double scale = 1 / values.get(ZOOM);
        double cos = Direction.cos(values.get(TURN)) * scale;
        double sin = Direction.sin(values.get(TURN)) * scale;
        double middleX = (size.width() - 1) / 2.0;
        double middleY = (size.height() - 1) / 2.0;
        double x = middleX + values.get(RIGHT) * size.width();
        double y = middleY + values.get(DOWN) * size.height();
        matrix.setAffine(cos, sin, middleX - cos * x - sin * y, -sin, cos, middleY + sin * x - cos * y);
        map.describe(projection, WarpMap.Sampling.LINEAR);
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            long at = (long) row * size.stride();
            MemorySegment picture = input.now().pixels();
            if (isFirst) {
                MemorySegment.copy(picture, at, output.pixels(), at, size.stride());
            } else {
                map.fillRow(row, kernels);
                map.gatherRow(row, kernels, last.pixels(), 0, Pixel.OPAQUE, output.pixels(), at);
                mixRow(picture, output.pixels(), at);
            }
            MemorySegment.copy(output.pixels(), at, next.pixels(), at, size.stride());
        }
    }

    /** @param out holds what is read of the last result, and takes what is mixed */
    private void mixRow(MemorySegment picture, MemorySegment out, long from) {
        long end = from + size.stride();
        for (long at = from; at < end; at += Pixel.BYTES) {
            int own = Pixel.get(picture, at);
            int old = Pixel.get(out, at);
            Pixel.set(out, at, Pixel.of(mode.mix(Pixel.blue(own), Pixel.blue(old), amount),
                    mode.mix(Pixel.green(own), Pixel.green(old), amount),
                    mode.mix(Pixel.red(own), Pixel.red(old), amount), own));
        }
    }
}

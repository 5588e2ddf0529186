package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSequence;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.RowReader;
import io.github.slitstream.kernel.DelayedRows;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays earlier moments over the picture: echo k is the moment k intervals ago, blended of the two frames around it,
 * with a weight of decay to the power of k. Where the history ends its oldest frame stands in.
 */
final class Echo implements Effect {
    private static final int MOST = 16;
    private static final int BITS = 12;
    private static final int ONE = 1 << BITS;
    private static final int HALF = ONE / 2;
    private static final int WHITE = 255;

    /** How a level is laid over what lies there. */
    enum Mode implements NamedConstant {
        /** The mean of all, each with its weight. */
        BLEND, LIGHTEN, DARKEN, SCREEN;

        /**
         * One method and not one for each: a branch that always goes the same way costs less than a call.
         *
         * @param weight of the level, decay to the power of its number
         * @param share of the level in the mean of all so far
         */
        int lay(int below, int level, int weight, int share) {
            return switch (this) {
                case BLEND -> (below * (ONE - share) + level * share + HALF) >> BITS;
                case LIGHTEN -> Math.max(below, (level * weight + HALF) >> BITS);
                case DARKEN -> Math.min(below, WHITE - (((WHITE - level) * weight + HALF) >> BITS));
                case SCREEN -> WHITE - (((WHITE - below) * (WHITE * ONE - level * weight) / WHITE + HALF) >> BITS);
            };
        }
    }

    private static final Int ECHOES = Int.of("echoes", "Echoes", 1, MOST, 4, "How many earlier moments are seen.");
    private static final Real INTERVAL = Real
            .of("interval", "Interval", 0.01, 60, 0.15, "Time from one to the next, as far as the ring reaches.")
            .in("s")
            .slider(0.02, 1).logarithmic();
    private static final Real DECAY = Real.of("decay", "Decay", 0, 1, 0.7,
            "What is left of each echo in the next; at 1 all are equally strong.");
    private static final Choice<Mode> MODE = Choice.of("mode", "Mode", List.of(Mode.values()), Mode.LIGHTEN,
            "How they are laid over the picture.");

    static final EffectType TYPE = EffectType.of("echo", "Echo", "Lays earlier moments over the picture.",
            Footprint.TEMPORAL, List.of(ECHOES, INTERVAL, DECAY, MODE), Echo::new);

    private final FrameSize size;
    private final List<Moment> moments;
    /** One moment; each row belongs to the thread that renders it. */
    private final Frame echo;
    private int echoes;
    private Mode mode = Mode.LIGHTEN;

    private Echo(FrameSize size, Kernels kernels) {
        this.size = size;
        this.moments = Stream.generate(() -> new Moment(size, kernels)).limit(MOST).toList();
        this.echo = Frame.allocate(size, Arena.ofAuto());
    }

    /** An earlier moment of all pixels. The render thread moves it, then any number read rows. */
    private static final class Moment {
        private final Delays delays;
        private final RowReader rows;
        private int weight;
        private int share;

        Moment(FrameSize size, Kernels kernels) {
            delays = Delays.ofAnyRow(size.width());
            rows = new DelayedRows(kernels, delays, true);
        }

        void moveTo(double age, double newWeight, double newShare) {
            Arrays.fill(delays.ofPixels(), (int) Math.rint(age * Kernels.ONE_FRAME));
            delays.summarise(0);
            weight = (int) Math.rint(newWeight * ONE);
            share = (int) Math.rint(newShare * ONE);
        }
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        echoes = values.get(ECHOES);
        mode = values.get(MODE);
        double weight = 1;
        double sum = 1;
        for (int i = 0; i < echoes; i++) {
            weight *= values.get(DECAY);
            sum += weight;
            moments.get(i).moveTo(input.ageOf((i + 1) * values.get(INTERVAL)), weight, weight / sum);
        }
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        FrameSequence frames = input.moments();
        for (int row = fromRow; row < toRow; row++) {
            long at = (long) row * size.stride();
            MemorySegment.copy(input.now().pixels(), at, output.pixels(), at, size.stride());
            for (int i = 0; i < echoes; i++) {
                Moment moment = moments.get(i);
                frames.readRow(moment.rows, row, echo);
                lay(moment, output.pixels(), at);
            }
        }
    }

    private void lay(Moment moment, MemorySegment below, long from) {
        int weight = moment.weight;
        int share = moment.share;
        long end = from + size.stride();
        for (long at = from; at < end; at += Pixel.BYTES) {
            int pixel = Pixel.get(below, at);
            int over = Pixel.get(echo.pixels(), at);
            Pixel.set(below, at, Pixel.of(mode.lay(Pixel.blue(pixel), Pixel.blue(over), weight, share),
                    mode.lay(Pixel.green(pixel), Pixel.green(over), weight, share),
                    mode.lay(Pixel.red(pixel), Pixel.red(over), weight, share), pixel));
        }
    }
}

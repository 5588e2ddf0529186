package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSequence;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.RowReader;
import io.github.slitstream.kernel.DelayedRows;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.MomentKernels;
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

    /** How a moment is laid over the picture. */
    enum Mode implements NamedConstant {
        /** The mean of all, each with its weight. */
        BLEND, LIGHTEN, DARKEN, SCREEN
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
    private final Kernels kernels;
    private final List<Moment> moments;
    /** One moment; each row belongs to the thread that renders it. */
    private final Frame echo;
    private int echoes;
    private Mode mode = Mode.LIGHTEN;

    private Echo(FrameSize size, Kernels kernels) {
        this.size = size;
        this.kernels = kernels;
        this.moments = Stream.generate(() -> new Moment(size, kernels)).limit(MOST).toList();
        this.echo = Frame.allocate(size, Arena.ofAuto());
    }

    /** An earlier moment of all pixels. The render thread moves it, then any number read rows. */
    private static final class Moment {
        private final Delays delays;
        private final RowReader rows;
        /** Decay to the power of its number, of {@link Kernels#ONE_FRAME}. */
        private int weight;
        /** In the mean of the picture and all moments up to this one, likewise. */
        private int share;

        Moment(FrameSize size, Kernels kernels) {
            delays = Delays.ofAnyRow(size.width());
            rows = new DelayedRows(kernels, delays, true);
        }

        void moveTo(double age, double newWeight, double newShare) {
            Arrays.fill(delays.ofPixels(), (int) Math.rint(age * Kernels.ONE_FRAME));
            delays.summarise(0);
            weight = (int) Math.rint(newWeight * Kernels.ONE_FRAME);
            share = (int) Math.rint(newShare * Kernels.ONE_FRAME);
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

    private void lay(Moment moment, MemorySegment picture, long at) {
        MomentKernels laying = kernels.moments();
        MemorySegment over = echo.pixels();
        switch (mode) {
            case BLEND -> kernels.blendRow(picture, at, over, at, moment.share, picture, at, size.width());
            case LIGHTEN -> laying.lightenRow(picture, at, over, at, moment.weight, picture, at, size.width());
            case DARKEN -> laying.darkenRow(picture, at, over, at, moment.weight, picture, at, size.width());
            case SCREEN -> laying.screenRow(picture, at, over, at, moment.weight, picture, at, size.width());
        }
    }
}

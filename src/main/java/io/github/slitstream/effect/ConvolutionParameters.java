package io.github.slitstream.effect;

import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Grid;
import io.github.slitstream.param.Matrix;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Real;
import java.util.List;

/** What a {@link Convolution} can be tuned by. */
final class ConvolutionParameters {
    /** What is convolved. */
    enum Channels implements NamedConstant {
        EACH(3), LUMA(1), GREY(1);

        private final int planes;

        Channels(int planes) {
            this.planes = planes;
        }

        /** How many channels there are to convolve. */
        int planes() {
            return planes;
        }
    }

    static final Matrix KERNEL = Matrix.of("kernel", "Kernel", 1e6, Grid.parse("0 -1 0; -1 5 -1; 0 -1 0"),
            "Weights of the pixels around, laid over the picture as they stand here, not turned around.").oddUpTo(15);
    static final Real DIVISOR = Real
            .of("divisor", "Divisor", 0, 1e6, 1, "Divides the weighted sum; 0 divides by the sum of the kernel.")
            .slider(0, 64).decimals(1);
    static final Real BIAS = Real.of("bias", "Bias", -255, 255, 0, "Is added after the division.").in("levels")
            .decimals(0);
    static final Real RADIUS = Real
            .of("radius", "Radius", 0, 60, 4, "How far the blur reaches; three standard deviations of its bell.")
            .in("px")
            .slider(0, 30).decimals(1);
    static final Real LENGTH = Real.of("length", "Length", 1, 101, 15, "How far things seem to move.").in("px")
            .slider(1, 61).decimals(1);
    static final Real ANGLE = Real
            .of("angle", "Angle", -360, 360, 45, "Direction of the motion or of the light; 0 points right, 90 down.")
            .in("°").slider(-180, 180).decimals(1);
    static final Real AMOUNT = Real.of("amount", "Amount", 0, 20, 1, "How strong it is.").slider(0, 5);
    static final Choice<Channels> CHANNELS = Choice.of("channels", "Channels", List.of(Channels.values()),
            Channels.EACH,
            "Whether each colour is convolved, only the luma while colours stay, or the luma to a grey picture.");
    static final Choice<ConvolutionBorder> BORDER = Choice.of("border", "Border", List.of(ConvolutionBorder.values()),
            ConvolutionBorder.CLAMP,
            "What lies around the picture.");

    private ConvolutionParameters() {}
}

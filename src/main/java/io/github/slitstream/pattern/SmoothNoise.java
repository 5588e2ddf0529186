package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ParameterValues;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient noise: at the corners of a square lattice the number is 0 and rises in a random direction; between the
 * corners these slopes are blended. Octaves of twice the fineness and half the height are added, and the sum is spread
 * so that all moments take about the same share of the picture.
 */
final class SmoothNoise implements Pattern {
    static final Real SCALE = Real
            .of("scale", "Scale", 0.1, 64, 3, "How many clouds lie along the longer side.").slider(0.5, 16)
            .logarithmic();
    static final Int OCTAVES = Int.of("octaves", "Octaves", 1, 6, 2, "How many layers of ever finer detail.");
    static final Int SEED = Hash.seed("Another number gives other clouds.");

    /** What one octave strays from 0 on average, as the root of the mean square. */
    static final double SPREAD = 0.22;
    /** Keeps the corners of the octaves apart, where all would be 0 at once. */
    private static final double SHIFT = 0.37;

    @Override
    public String id() {
        return "smooth-noise";
    }

    @Override
    public String label() {
        return "Smooth noise";
    }

    @Override
    public String doc() {
        return "Soft random clouds of time.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(SCALE, OCTAVES, SEED);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final FrameSize size;
        private int octaves = 1;
        private long seed;
        private double step;
        private double evenly;

        Numbers(FrameSize size) {
            this.size = size;
        }

        @Override
        public void take(ParameterValues values) {
            octaves = values.get(OCTAVES);
            seed = values.get(SEED);
            step = values.get(SCALE) / Coordinates.longer(size);
            evenly = 1 / (SPREAD * Math.sqrt((1 - Math.pow(0.25, octaves)) / 0.75));
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            int end = first + size.width();
            Arrays.fill(out, first, end, 0);
            for (int octave = 0; octave < octaves; octave++) {
                addOctave(seed + ((long) octave << 32), row, step * (1 << octave), 1.0 / (1 << octave), SHIFT * octave,
                        out, first, size.width());
            }
            double factor = evenly;
            for (int i = first; i < end; i++) {
                out[i] = spread(out[i] * factor);
            }
        }
    }

    /** @param step cells of the lattice per pixel */
    private static void addOctave(long seed, int row, double step, double height, double shift, double[] out, int first,
            int width) {
        double y = row * step + shift;
        int top = (int) Math.floor(y);
        double down = y - top;
        double blend = smooth(down);
        int cell = -2;
        double left = 0;
        double leftSlope = 0;
        double right = 0;
        double rightSlope = 0;
        for (int column = 0; column < width; column++) {
            double x = column * step + shift;
            int here = (int) x;
            if (here != cell) {
                boolean next = here == cell + 1;
                left = next ? right : level(seed, here, top, down, blend);
                leftSlope = next ? rightSlope : slope(seed, here, top, blend);
                right = level(seed, here + 1, top, down, blend);
                rightSlope = slope(seed, here + 1, top, blend);
                cell = here;
            }
            double along = x - here;
            double fromLeft = left + leftSlope * along;
            double fromRight = right + rightSlope * (along - 1);
            out[first + column] += height * (fromLeft + (fromRight - fromLeft) * smooth(along));
        }
    }

    /** The height above a lattice column on this row. */
    private static double level(long seed, int x, int top, double down, double blend) {
        double above = Sine.ofTurns(Hash.unit(seed, x, top)) * down;
        double below = Sine.ofTurns(Hash.unit(seed, x, top + 1)) * (down - 1);
        return above + (below - above) * blend;
    }

    /** How steeply the noise rises to the right there, per cell. */
    private static double slope(long seed, int x, int top, double blend) {
        double above = Sine.ofTurns(Hash.unit(seed, x, top) + 0.25);
        double below = Sine.ofTurns(Hash.unit(seed, x, top + 1) + 0.25);
        return above + (below - above) * blend;
    }

    /** 0 … 1 with no slope and no bend at either end. */
    static double smooth(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    /**
     * Brings a bell curve of width 1 to 0 … 1, all numbers about equally likely; what strays further than this is rare.
     */
    static double spread(double deviation) {
        double t = Math.clamp(0.5 + deviation / 4.2, 0, 1);
        return t * t * (3 - 2 * t);
    }
}

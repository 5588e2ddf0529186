package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.kernel.matrix.SoftRank;
import io.github.slitstream.param.ParameterValues;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of {@link Structure} for the newest picture. With T the squared size of the tensor, D its squared
 * determinant, and e = ε², what a gradient of ε gives, a number is half of (T·e² + 2D)/(D + T·e² + e⁴), see
 * {@link io.github.slitstream.kernel.matrix.RankKernels}; floats suffice for it.
 *
 * <p>
 * Where ε is to be found, each row also sums its numbers and their derivative by log e. From all rows of one picture,
 * the next takes a step of Newton's method towards the ε whose mean is the wanted share, the smaller the less time has
 * passed between the two. Sums are made row by row and added in the order of rows, so the step is the same for any
 * number of threads.
 */
final class StructureField implements Field {
    /** A step goes two thirds of its way in this time. */
    private static final double SETTLING_SECONDS = 0.25;
    private static final double LARGEST_STEP = 1;
    /** Where hardly any pixel would change with ε, its derivative says nothing. */
    private static final double SMALLEST_SLOPE = 0.01;
    private static final double LEAST = Math.log(square(Structure.EPSILON.min()));
    private static final double MOST = Math.log(square(Structure.EPSILON.max()));

    private final FrameSize size;
    private final double[] shares;
    private final double[] slopes;
    private final ThreadLocal<Workspace> workspaces = ThreadLocal.withInitial(Workspace::new);
    private int radius;
    private boolean auto;
    private double wantedShare;
    private double logarithm;
    private @Nullable Frame picture;
    private @Nullable PlaneKernels kernels;
    private long pictureNanos;
    private long edition;

    /** What one thread works with. */
    private final class Workspace {
        private final StructureTensor tensor = new StructureTensor(size);
        private final int[] xx = new int[size.width()];
        private final int[] xy = new int[size.width()];
        private final int[] yy = new int[size.width()];
    }

    StructureField(FrameSize size) {
        this.size = size;
        this.shares = new double[size.height()];
        this.slopes = new double[size.height()];
    }

    /**
     * While ε is looked for, it goes on from the one that was found; the sums are of other values, so they are void.
     */
    @Override
    public void take(ParameterValues values) {
        boolean goesOn = auto && values.get(Structure.AUTO);
        radius = values.get(Structure.SMOOTHING);
        auto = values.get(Structure.AUTO);
        wantedShare = values.get(Structure.TEXTURED_SHARE);
        if (!goesOn) {
            logarithm = Math.log(square(values.get(Structure.EPSILON)));
        }
        picture = null;
    }

    @Override
    public boolean update(Frame newest, PlaneKernels newKernels) {
        if (auto && picture != null) {
            settle(newest.capturedNanos() - pictureNanos);
        }
        picture = newest;
        kernels = newKernels;
        pictureNanos = newest.capturedNanos();
        edition++;
        return true;
    }

    @Override
    public void fillRow(int row, double[] out, int first) {
        Frame seen = picture;
        PlaneKernels reading = kernels;
        if (seen == null || reading == null) {
            Arrays.fill(out, first, first + size.width(), 0);
            return;
        }
        Workspace workspace = workspaces.get();
        workspace.tensor.moveTo(seen, edition, radius, row, reading);
        workspace.tensor.sums(workspace.xx, workspace.xy, workspace.yy);
        rank(workspace, row, out, first);
    }

    /** ε as it is used now, in grey levels per pixel. */
    double epsilon() {
        return Math.exp(logarithm / 2);
    }

    private void rank(Workspace workspace, int row, double[] out, int first) {
        int side = 2 * radius + 1;
        float scale = 1f / (StructureTensor.UNIT * StructureTensor.UNIT * side * side);
        float square = (float) Math.exp(2 * logarithm);
        float fourth = square * square;
        double sum = 0;
        double slope = 0;
        for (int i = 0; i < size.width(); i++) {
            float xx = workspace.xx[i] * scale;
            float xy = workspace.xy[i] * scale;
            float yy = workspace.yy[i] * scale;
            float determinant = xx * yy - xy * xy;
            float squared = determinant * determinant;
            float weighted = (xx * xx + 2 * xy * xy + yy * yy) * square;
            float share = SoftRank.share(weighted, squared, fourth);
            float rank = SoftRank.of(weighted, squared, share);
            out[first + i] = rank / 2;
            sum += rank / 2;
            slope += SoftRank.slope(rank, weighted, fourth, share);
        }
        shares[row] = sum;
        slopes[row] = slope;
    }

    private void settle(long nanos) {
        double share = 0;
        double slope = 0;
        for (int row = 0; row < size.height(); row++) {
            share += shares[row] / size.pixels();
            slope += slopes[row] / size.pixels();
        }
        double step = (share - wantedShare) / Math.max(SMALLEST_SLOPE, -slope);
        double part = 1 - Math.exp(-Math.max(0, nanos) / 1e9 / SETTLING_SECONDS);
        logarithm = Math.clamp(logarithm + part * Math.clamp(step, -LARGEST_STEP, LARGEST_STEP), LEAST, MOST);
    }

    private static double square(double value) {
        return value * value;
    }
}

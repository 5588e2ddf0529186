package io.github.slitstream.effect;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.ReadPoints;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import io.github.slitstream.pattern.Direction;
import java.util.List;

/**
 * One sector of the picture around a point, mirrored from sector to sector all around it. A point whose place leaves
 * the picture is mirrored back into it.
 */
final class Kaleidoscope {
    private static final int MOST = 32;
    private static final Int MIRRORS = Int.of("mirrors", "Mirrors", 1, MOST, 6,
            "How many mirrors meet in the middle; there are twice as many sectors.").slider(1, 16);
    private static final Real ANGLE = Real
            .of("angle", "Angle", -360, 360, 0, "Turns what is seen in the mirrors.").in("°").slider(0, 360)
            .decimals(1);
    private static final Real SPIN = Real.of("spin", "Spin", -3600, 3600, 0, "Turns on by itself; 0 stands still.")
            .in("°/s").slider(-90, 90).decimals(1);
    private static final Real ZOOM = Real.of("zoom", "Zoom", 0.1, 10, 1, "Above 1 what is seen gets larger.")
            .slider(0.25, 4).logarithmic();
    private static final Real X = Real.of("x", "Middle, across", 0, 1, 0.5,
            "Where the mirrors meet, from the left edge to the right.");
    private static final Real Y = Real.of("y", "Middle, down", 0, 1, 0.5,
            "Where the mirrors meet, from the upper edge to the lower.");

    static final EffectType TYPE = Remapping
            .type("kaleidoscope", "Kaleidoscope", "One sector of the picture, mirrored all around a point.",
                    List.of(MIRRORS, ANGLE, SPIN, ZOOM, X, Y), SPIN, Sectors::new)
            .offering(offers -> offers.withHandles(List.of(new Handle("Middle", X, Y))));

    private Kaleidoscope() {}

    private static final class Sectors implements Remapping.Geometry {
        private final FrameSize size;
        /** Of the line in the middle of each sector. */
        private final double[] cos = new double[MOST];
        private final double[] sin = new double[MOST];
        /** Where each sector but the last ends, as {@link #around} measures. */
        private final double[] ends = new double[MOST];
        private int count = 1;
        private double turnedCos = 1;
        private double turnedSin;
        private double scale = 1;
        private double middleX;
        private double middleY;

        Sectors(FrameSize size) {
            this.size = size;
        }

        @Override
        public void take(ParameterValues values, double turned) {
            count = values.get(MIRRORS);
            double sector = 360.0 / count;
            for (int i = 0; i < count; i++) {
                cos[i] = Direction.cos(i * sector);
                sin[i] = Direction.sin(i * sector);
                ends[i] = around(Direction.cos((i + 0.5) * sector), Direction.sin((i + 0.5) * sector));
            }
            double angle = values.get(ANGLE) + turned;
            turnedCos = Direction.cos(angle);
            turnedSin = Direction.sin(angle);
            scale = 1 / values.get(ZOOM);
            middleX = values.get(X) * (size.width() - 1);
            middleY = values.get(Y) * (size.height() - 1);
        }

        @Override
        public void fillRow(int row, ReadPoints points) {
            double down = (row - middleY) * scale;
            for (int column = 0; column < size.width(); column++) {
                double across = (column - middleX) * scale;
                int sector = sectorOf(across, down);
                double along = across * cos[sector] + down * sin[sector];
                double beside = Math.abs(down * cos[sector] - across * sin[sector]);
                points.set(column, row, middleX + along * turnedCos - beside * turnedSin,
                        middleY + along * turnedSin + beside * turnedCos);
            }
        }

        /** Which sector a direction lies in; the first lies on both sides of the direction to the right. */
        private int sectorOf(double x, double y) {
            double place = around(x, y);
            int low = 0;
            int high = count;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (place < ends[middle]) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low == count ? 0 : low;
        }

        /**
         * A number that rises with the angle of a direction, 0 … 4 for a whole turn. Unlike the angle itself it is the
         * same on every machine, and costs a division.
         */
        private static double around(double x, double y) {
            double sum = Math.abs(x) + Math.abs(y);
            if (sum == 0) {
                return 0;
            }
            double across = x / sum;
            return y >= 0 ? 1 - across : 3 + across;
        }
    }
}

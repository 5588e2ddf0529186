package io.github.slitstream.effect;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.ReadPoints;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import io.github.slitstream.pattern.Direction;
import java.util.List;

/**
 * The whole picture many times side by side. Tiles are laid out from the middle of the picture, in which the middle of
 * one of them lies.
 */
final class Tiles {
    private static final Real ACROSS = Real
            .of("across", "Across", 0.25, 32, 3, "How many tiles stand side by side.").slider(1, 8).logarithmic()
            .decimals(1);
    private static final Real DOWN = Real
            .of("down", "Down", 0.25, 32, 3, "How many tiles stand one above the other.").slider(1, 8).logarithmic()
            .decimals(1);
    private static final Flag MIRRORED = Flag.of("mirrored", "Mirrored", true,
            "Turns every second tile around, so that none has a seam.");
    private static final Real ANGLE = Real.of("angle", "Angle", -360, 360, 0, "Turns all tiles around the middle.")
            .in("°").slider(0, 360).decimals(1);
    private static final Real SPIN = Real.of("spin", "Spin", -3600, 3600, 0, "Turns on by itself; 0 stands still.")
            .in("°/s").slider(-90, 90).decimals(1);

    static final EffectType TYPE = Remapping.type("tiles", "Tiles",
            "The picture many times, mirrored from tile to tile.",
            List.of(ACROSS, DOWN, MIRRORED, ANGLE, SPIN), SPIN, Tiling::new);

    private Tiles() {}

    private static final class Tiling implements Remapping.Geometry {
        private final FrameSize size;
        private double tilesAcross = 1;
        private double tilesDown = 1;
        private boolean mirrored;
        private double cos = 1;
        private double sin;

        Tiling(FrameSize size) {
            this.size = size;
        }

        @Override
        public void take(ParameterValues values, double turned) {
            tilesAcross = values.get(ACROSS);
            tilesDown = values.get(DOWN);
            mirrored = values.get(MIRRORED);
            cos = Direction.cos(values.get(ANGLE) + turned);
            sin = Direction.sin(values.get(ANGLE) + turned);
        }

        @Override
        public void fillRow(int row, ReadPoints points) {
            double fromMiddleY = row - (size.height() - 1) / 2.0;
            for (int column = 0; column < size.width(); column++) {
                double fromMiddleX = column - (size.width() - 1) / 2.0;
                double x = fromMiddleX * cos + fromMiddleY * sin;
                double y = fromMiddleY * cos - fromMiddleX * sin;
                points.set(column, row, read(x, tilesAcross, size.width()), read(y, tilesDown, size.height()));
            }
        }

        /** @param fromMiddle in pixels of the result */
        private double read(double fromMiddle, double tiles, int side) {
            double place = fromMiddle * tiles / side + 0.5;
            double tile = Math.floor(place);
            double within = place - tile;
            boolean turnedAround = mirrored && tile % 2 != 0;
            return Math.clamp((turnedAround ? 1 - within : within) * side - 0.5, 0, side - 1.0);
        }
    }
}

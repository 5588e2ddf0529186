package io.github.slitstream.pattern;

import static io.github.slitstream.pattern.Definitions.BY_TABLE;
import static io.github.slitstream.pattern.Definitions.SIZES;
import static io.github.slitstream.pattern.Definitions.agrees;
import static io.github.slitstream.pattern.Definitions.along;
import static io.github.slitstream.pattern.Definitions.angle;
import static io.github.slitstream.pattern.Definitions.places;
import static io.github.slitstream.pattern.Definitions.position;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PixelPlaces;
import io.github.slitstream.param.Values;
import org.junit.jupiter.api.Test;

/**
 * Every pattern that {@link ShapesTest}, {@link NoiseSizesTest} and {@link PictureMapSizesTest} leave out, at every
 * size, against its definition.
 */
class PatternSizesTest {
    @Test
    void rampsRingsAndMirrors() {
        double c = Math.cos(Math.toRadians(30));
        double s = Math.sin(Math.toRadians(30));
        agrees("linear", angle("linear", 30), places((x, y) -> ((x * c + y * s) / (c + s) + 1) / 2), 1e-12);
        agrees("radial", Filled.defaults("radial"), places((x, y) -> Math.min(1, Math.hypot(x, y))), 1e-12);
        agrees("mirror", angle("mirror", 30), places((x, y) -> Math.abs(x * c + y * s) / (c + s)), 1e-12);
    }

    @Test
    void armsAndWaves() {
        Values arms = angle("angular", 40).with(Angular.ARMS, 3).with(Angular.TWIST, 0.7);
        agrees("angular", arms, (column, row, size) -> {
            double x = along(column, size.width(), size);
            double y = along(row, size.height(), size);
            double turns = Math.atan2(y, x) / (2 * Math.PI) - 40 / 360.0 - 0.7 * Math.hypot(x, y);
            return (1 - Math.cos(2 * Math.PI * 3 * turns)) / 2;
        }, BY_TABLE);
        Values waves = angle("waves", 0).with(Waves.COUNT, 2).with(Waves.BEND, 1.5);
        agrees("waves", waves,
                places((x, y) -> (1 - Math.cos(2 * Math.PI * (x + 1 + 1.5 * Math.sin(Math.PI * (y + 1))))) / 2),
                BY_TABLE);
    }

    @Test
    void barsAndTiles() {
        agrees("bars", angle("bars", 0).with(Bars.COUNT, 7), (column, row, size) -> size.width() == 1
                ? 3 / 6.0
                : Math.min(6, 7 * column / (size.width() - 1)) / 6.0, 1e-12);
        Values tiles = Filled.defaults("tiles").with(Tiles.COUNT, 5).with(Tiles.ORDER, TileOrder.READING);
        agrees("tiles", tiles, (column, row, size) -> {
            int longer = Math.max(size.width(), size.height());
            int columns = (int) Math.clamp(Math.round(5.0 * size.width() / longer), 1L, size.width());
            int rows = (int) Math.clamp(Math.round(5.0 * size.height() / longer), 1L, size.height());
            int tile = row * rows / size.height() * columns + column * columns / size.width();
            return columns * rows == 1 ? 0 : tile / (columns * rows - 1.0);
        }, 1e-12);
    }

    @Test
    void formulas() {
        Values values = Filled.defaults("formula").with(Formula.FORMULA, "0.5+0.3*sin(8*r)*cos(3*theta)+0.1*i/h");
        agrees("formula", values, (column, row, size) -> {
            double x = position(column, size.width());
            double y = position(row, size.height());
            return Math.clamp(0.5 + 0.3 * Math.sin(8 * Math.hypot(x, y)) * Math.cos(3 * Math.atan2(y, x))
                    + 0.1 * row / size.height(), 0, 1);
        }, BY_TABLE);
    }

    /** Where a slit and a turned cube read, to 1e-6 of a pixel. */
    @Test
    void placesOfSlitAndCube() {
        double c = Math.cos(Math.toRadians(35));
        double s = Math.sin(Math.toRadians(35));
        Values slit = angle("slit", 35).with("slit", "0.3");
        Values cube = angle("rotate", 35).with("turn", "40");
        for (FrameSize size : SIZES) {
            PixelPlaces ofSlit = new PixelPlaces(size.width(), size.height());
            PixelPlaces ofCube = new PixelPlaces(size.width(), size.height());
            assertTrue(Filled.pattern("slit").field(size, slit).place(ofSlit));
            assertTrue(Filled.pattern("rotate").field(size, cube).place(ofCube));
            for (int row : new int[]{0, size.height() / 2, size.height() - 1}) {
                for (int column = 0; column < size.width(); column++) {
                    double x = position(column, size.width());
                    double y = position(row, size.height());
                    double step = (2 * 0.3 - 1) * (c + s) - (x * c + y * s);
                    assertPlace(x + step * c, y + step * s, ofSlit, column, row, size);
                    double turned = (x * c + y * s) * (Math.cos(Math.toRadians(40)) - 1);
                    assertPlace(x + turned * c, y + turned * s, ofCube, column, row, size);
                }
            }
            agrees("slit", slit, size, (column, row, ofSize) -> {
                double along = position(column, size.width()) * c + position(row, size.height()) * s;
                double entry = Slit.ENTRY.defaultValue();
                return Math.abs((along / (c + s) + 1) / 2 - entry) / Math.max(entry, 1 - entry);
            }, 1e-9);
            agrees("rotate", cube, size, (column, row, ofSize) -> {
                double along = position(column, size.width()) * c + position(row, size.height()) * s;
                return 0.5 + along / (c + s) * Math.sin(Math.toRadians(40)) / 2;
            }, 1e-9);
        }
    }

    private static void assertPlace(double x, double y, PixelPlaces places, int column, int row, FrameSize size) {
        String what = column + "," + row + " of " + size;
        assertEquals(Math.clamp((x + 1) / 2, 0, 1) * (size.width() - 1), places.x(column, row), 1e-6, what);
        assertEquals(Math.clamp((y + 1) / 2, 0, 1) * (size.height() - 1), places.y(column, row), 1e-6, what);
    }

    /** A mix of a mix: all of it is the product of three ramps. */
    @Test
    void mixes() {
        Values values = Filled.defaults("mix").with("how", "multiply").with("a.pattern", "linear").with("a.angle", "0")
                .with("b.pattern", "mix").with("b.how", "multiply").with("b.a.pattern", "linear")
                .with("b.b.pattern", "radial");
        agrees("mix", values,
                places((x, y) -> (x + 1) / 2 * (y + 1) / 2 * Math.min(1, Math.hypot(x, y))), 1e-12);
    }
}

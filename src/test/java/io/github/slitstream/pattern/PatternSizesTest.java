package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PixelPlaces;
import io.github.slitstream.param.Values;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every pattern that {@link ShapesTest} leaves out, at one pixel, at odd sizes and at 3840 × 2160, against its
 * definition in doubles.
 */
class PatternSizesTest {
    private static final List<FrameSize> SIZES = List.of(new FrameSize(1, 1), new FrameSize(1, 9), new FrameSize(7, 1),
            new FrameSize(33, 21), new FrameSize(3840, 2160));
    private static final int ROWS_LOOKED_AT = 12;
    private static final double BY_TABLE = 2e-5;
    /** 2^64. */
    private static final BigInteger WHOLE = BigInteger.TWO.pow(64);

    private interface Definition {
        double at(int column, int row, FrameSize size);
    }

    /** x and y are −1 … 1 from edge to edge. */
    private interface OfPlace {
        double at(double x, double y);
    }

    @TempDir
    Path folder;

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
    void noiseIsSplitMix() {
        agrees("noise", Filled.defaults("noise").with(Noise.SEED, 77), (column, row, size) -> column % 61 == 0
                ? unit(77, column, row)
                : Double.NaN, 0);
    }

    /** Slopes at the corners of a lattice, blended by 6t⁵ − 15t⁴ + 10t³, in three octaves. */
    @Test
    void smoothNoiseIsGradientNoise() {
        Values values = Filled.defaults("smooth-noise").with(SmoothNoise.SCALE, 5.0).with(SmoothNoise.OCTAVES, 3)
                .with(SmoothNoise.SEED, 12);
        agrees("smooth-noise", values, (column, row, size) -> {
            if (column % 61 != 0) {
                return Double.NaN;
            }
            double sum = 0;
            for (int octave = 0; octave < 3; octave++) {
                double cells = 5.0 * (1 << octave) / Math.max(size.width(), size.height());
                sum += gradients(12 + (1L << 32) * octave, column * cells + 0.37 * octave, row * cells + 0.37 * octave)
                        / (1 << octave);
            }
            double deviation = sum / (0.22 * Math.sqrt(1 + 0.25 + 0.0625));
            double t = Math.clamp(0.5 + deviation / 4.2, 0, 1);
            return t * t * (3 - 2 * t);
        }, BY_TABLE);
    }

    private static double gradients(long seed, double x, double y) {
        double sum = 0;
        for (int corner = 0; corner < 4; corner++) {
            int left = (int) Math.floor(x) + corner % 2;
            int top = (int) Math.floor(y) + corner / 2;
            double turns = unit(seed, left, top);
            double slope = Math.cos(2 * Math.PI * turns) * (x - left) + Math.sin(2 * Math.PI * turns) * (y - top);
            sum += slope * fade(1 - Math.abs(x - left)) * fade(1 - Math.abs(y - top));
        }
        return sum;
    }

    private static double fade(double t) {
        return 6 * Math.pow(t, 5) - 15 * Math.pow(t, 4) + 10 * Math.pow(t, 3);
    }

    /** SplitMix64's output of its own output, in whole numbers of any length. */
    private static double unit(long seed, int x, int y) {
        BigInteger golden = new BigInteger("9E3779B97F4A7C15", 16);
        BigInteger first = mixed(BigInteger.valueOf(seed).multiply(golden).add(BigInteger.valueOf(x)));
        BigInteger second = mixed(first.add(golden.multiply(BigInteger.valueOf(y))));
        return second.shiftRight(11).doubleValue() / Math.pow(2, 53);
    }

    private static BigInteger mixed(BigInteger bits) {
        BigInteger a = bits.mod(WHOLE);
        a = a.xor(a.shiftRight(30)).multiply(new BigInteger("BF58476D1CE4E5B9", 16)).mod(WHOLE);
        a = a.xor(a.shiftRight(27)).multiply(new BigInteger("94D049BB133111EB", 16)).mod(WHOLE);
        return a.xor(a.shiftRight(31));
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

    /** A circle half way on a sweep of a second, of which half a second is kept. */
    @Test
    void scans() {
        for (FrameSize size : SIZES) {
            try (FrameRing past = new FrameRing(size, 3)) {
                Values values = Filled.defaults("scan").with("shape", "circle").with(Scan.SWEEP, 1.0);
                Field field = Filled.pattern("scan").field(size, values);
                for (int i = 0; i < 3; i++) {
                    Objects.requireNonNull(past.claim());
                    past.publish(i * 250_000_000L);
                    field.reach(past.newest(), 2);
                    field.update(past.newest().now(), Kernels.get().planes());
                }
                double corner = Math.hypot(size.width() - 1, size.height() - 1) / 2;
                compare("scan", field, size, (column, row, ofSize) -> {
                    double distance = Math.hypot(column - (size.width() - 1) / 2.0, row - (size.height() - 1) / 2.0);
                    double place = corner == 0 ? 0 : distance / corner;
                    return Math.clamp((0.5 - place) / 0.5, 0, 1);
                }, 1e-9);
            }
        }
    }

    /** A picture, one that is being painted, and a video of one picture, stretched so that the corners meet. */
    @Test
    void mapsAreStretched() throws IOException {
        FrameSize ofMap = new FrameSize(9, 6);
        int[] greys = new Random(5).ints(ofMap.pixels(), 0, 256).toArray();
        BufferedImage image = new BufferedImage(9, 6, BufferedImage.TYPE_BYTE_GRAY);
        char[] painted = new char[greys.length];
        for (int i = 0; i < greys.length; i++) {
            image.getRaster().setSample(i % 9, i / 9, 0, greys[i]);
            painted[i] = (char) (greys[i] * 257);
        }
        ImageIO.write(image, "png", folder.resolve("000.png").toFile());
        Definition stretched = (column, row, size) -> {
            double x = size.width() == 1 ? 4 : column * 8.0 / (size.width() - 1);
            double y = size.height() == 1 ? 2.5 : row * 5.0 / (size.height() - 1);
            double sum = 0;
            for (int i = 0; i < greys.length; i++) {
                int left = i % 9;
                int top = i / 9;
                sum += greys[i] / 255.0 * Math.max(0, 1 - Math.abs(x - left)) * Math.max(0, 1 - Math.abs(y - top));
            }
            return sum;
        };
        String file = folder.resolve("000.png").toString();
        agrees("picture", Filled.defaults("picture").with(Picture.FILE, file), stretched, 1e-9);
        agrees("video", Filled.defaults("video").with(Video.SOURCE, folder.resolve("%03d.png").toString()), stretched,
                1e-5);
        try (PaintedMap map = PaintedMap.open("sizes.png", "ripples", ofMap)) {
            map.write(painted, 0, 0, 9, 6);
            agrees("painted", Filled.defaults("painted").with(Painted.FILE, "sizes.png"), stretched, 1e-9);
        }
    }

    @Test
    void brightnessAndMotionOfBlocks() {
        IntBinaryOperator before = (x, y) -> x * 7 + y * 13 & 0xff;
        IntBinaryOperator after = (x, y) -> x * 11 + y * 5 & 0xff;
        Values luma = Filled.defaults("luma").with(Luma.BLACK, 0.2).with(Luma.WHITE, 0.7).with(Luma.BLUR, 0.0);
        Values motion = Filled.defaults("motion").with(Motion.THRESHOLD, 10.0).with(Motion.ATTACK, 0.1)
                .with(Motion.BLUR, 0.0);
        for (FrameSize size : SIZES) {
            Field bright = Filled.pattern("luma").field(size, luma);
            Field moving = Filled.pattern("motion").field(size, motion);
            for (Frame picture : List.of(GreyFrame.at(GreyFrame.of(size, before), 0),
                    GreyFrame.at(GreyFrame.of(size, after), 50_000_000))) {
                bright.update(picture, Kernels.get().planes());
                moving.update(picture, Kernels.get().planes());
            }
            compare("luma", bright, size, blocks((x, y) -> Math.clamp((mean(after, size, x, y) / 255 - 0.2) / 0.5,
                    0, 1)), 2e-4);
            compare("motion", moving, size,
                    blocks((x, y) -> Math.clamp(
                            (Math.abs(mean(after, size, x, y) - mean(before, size, x, y)) - 10) / 10, 0, 1)
                            * (1 - Math.exp(-0.5))),
                    2e-4);
        }
    }

    /** Between the middles of blocks of four by four. */
    private static Definition blocks(OfPlace ofBlock) {
        return (column, row, size) -> {
            if (column % 17 != 0) {
                return Double.NaN;
            }
            double x = Math.clamp((column + 0.5) / 4 - 0.5, 0, Math.ceil(size.width() / 4.0) - 1);
            double y = Math.clamp((row + 0.5) / 4 - 0.5, 0, Math.ceil(size.height() / 4.0) - 1);
            double sum = 0;
            for (int corner = 0; corner < 4; corner++) {
                int left = (int) x + corner % 2;
                int top = (int) y + corner / 2;
                double weight = Math.max(0, 1 - Math.abs(x - left)) * Math.max(0, 1 - Math.abs(y - top));
                sum += weight == 0 ? 0 : weight * ofBlock.at(left, top);
            }
            return sum;
        };
    }

    /** Of every second row of a block. */
    private static double mean(IntBinaryOperator grey, FrameSize size, double blockX, double blockY) {
        double sum = 0;
        int count = 0;
        int top = 4 * (int) blockY;
        int left = 4 * (int) blockX;
        for (int y = top; y < Math.min(top + 4, size.height()); y += 2) {
            for (int x = left; x < Math.min(left + 4, size.width()); x++) {
                sum += grey.applyAsInt(x, y);
                count++;
            }
        }
        return sum / count;
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

    private static Values angle(String id, double degrees) {
        return Filled.defaults(id).with("angle", Double.toString(degrees));
    }

    private static Definition places(OfPlace definition) {
        return (column, row, size) -> definition.at(position(column, size.width()), position(row, size.height()));
    }

    private static double position(int index, int side) {
        return side == 1 ? 0 : 2.0 * index / (side - 1) - 1;
    }

    /** −1 … 1 along the longer side. */
    private static double along(int index, int side, FrameSize size) {
        return (index - (side - 1) / 2.0) / (Math.max(1, Math.max(size.width(), size.height()) - 1) / 2.0);
    }

    private static void agrees(String id, Values values, Definition definition, double within) {
        for (FrameSize size : SIZES) {
            agrees(id, values, size, definition, within);
        }
    }

    private static void agrees(String id, Values values, FrameSize size, Definition definition, double within) {
        Field field = Filled.pattern(id).field(size, values);
        field.update(GreyFrame.of(size, (x, y) -> 0), Kernels.get().planes());
        compare(id, field, size, definition, within);
    }

    /** @param definition NaN where it takes long and is not looked at */
    private static void compare(String id, Field field, FrameSize size, Definition definition, double within) {
        double[] numbers = new double[size.width()];
        for (int i = 0; i < Math.min(ROWS_LOOKED_AT, size.height()); i++) {
            int row = size.height() == 1 ? 0 : i * (size.height() - 1) / (Math.min(ROWS_LOOKED_AT, size.height()) - 1);
            field.fillRow(row, numbers, 0);
            for (int column = 0; column < size.width(); column++) {
                double expected = definition.at(column, row, size);
                if (!Double.isNaN(expected)) {
                    assertEquals(expected, numbers[column], within, id + " at " + column + "," + row + " of " + size);
                }
            }
        }
    }
}

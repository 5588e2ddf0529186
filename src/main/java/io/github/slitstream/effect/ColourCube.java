package io.github.slitstream.effect;

import io.github.slitstream.param.BadValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Colours on a regular grid over red, green and blue, as files of the kind {@code .cube} give them (Adobe, Cube LUT
 * Specification 1.0), and what lies between them: of the tetrahedron of four of them around a colour.
 */
final class ColourCube {
    /** Bits behind the point of a colour of the grid, and of a place between two of them. */
    private static final int BITS = 14;
    static final int ONE = 1 << BITS;

    private static final int LARGEST_SIDE = 129;
    private static final int BRIGHTEST = 255;
    private static final int LONGEST_QUOTED = 40;
    private static final String SIZE = "LUT_3D_SIZE";
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final int side;
    /** Red, green and blue of each, 0 … {@link #ONE}, red changing fastest. */
    private final int[] colours;

    private ColourCube(int side, int[] colours) {
        this.side = side;
        this.colours = colours;
    }

    /** Colours along each axis, at least 2. */
    int side() {
        return side;
    }

    /**
     * Reads a file of the kind {@code .cube} with a grid over three axes and the usual domain.
     *
     * @param name for messages
     * @throws BadValue naming the line that is wrong
     */
    static ColourCube read(BufferedReader file, String name) throws IOException {
        int side = 0;
        int @Nullable [] colours = null;
        int count = 0;
        int number = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#") || text.startsWith("TITLE")) {
                continue;
            }
            if (side == 0 && text.chars().anyMatch(c -> c < ' ' && c != '\t')) {
                throw new BadValue("'" + name + "' is no .cube file: " + ColourCubes.WAY_OUT);
            }
            String[] words = SPACE.split(text);
            if (Character.isLetter(text.charAt(0))) {
                side = header(words, side, name, number);
                continue;
            }
            if (side == 0) {
                throw wrong(name, number, "a colour stands before " + SIZE);
            }
            if (colours == null) {
                colours = new int[3 * side * side * side];
            }
            if (words.length != 3 || count == colours.length) {
                throw wrong(name, number,
                        words.length != 3 ? "a colour has three numbers" : "there are too many colours");
            }
            for (String word : words) {
                colours[count++] = level(word, name, number);
            }
        }
        if (colours == null || count < colours.length) {
            throw new BadValue("LUT '" + name + "' ends early: it needs " + SIZE + " and all of its colours; "
                    + ColourCubes.WAY_OUT);
        }
        return new ColourCube(side, colours);
    }

    private static int header(String[] words, int side, String name, int number) {
        return switch (words[0].toUpperCase(Locale.ROOT)) {
            case SIZE -> side(words, name, number);
            case "DOMAIN_MIN" -> unless(isDomain(words, 0), side, name, number);
            case "DOMAIN_MAX" -> unless(isDomain(words, 1), side, name, number);
            case "LUT_3D_INPUT_RANGE" -> unless(words.length == 3 && number(words[1]) == 0 && number(words[2]) == 1,
                    side, name, number);
            case "LUT_1D_SIZE", "LUT_1D_INPUT_RANGE" -> throw wrong(name, number,
                    "this is a LUT of one dimension: give one with " + SIZE);
            default -> throw wrong(name, number, quoted(words[0]) + " is none of its keywords");
        };
    }

    private static int side(String[] words, String name, int number) {
        double side = words.length == 2 ? number(words[1]) : Double.NaN;
        if (side >= 2 && side <= LARGEST_SIDE && side == Math.rint(side)) {
            return (int) side;
        }
        throw wrong(name, number, SIZE + " takes 2 … " + LARGEST_SIDE);
    }

    private static boolean isDomain(String[] words, double end) {
        return words.length == 4 && number(words[1]) == end && number(words[2]) == end && number(words[3]) == end;
    }

    private static int unless(boolean isUsual, int side, String name, int number) {
        if (!isUsual) {
            throw wrong(name, number, "only the domain 0 … 1 can be read");
        }
        return side;
    }

    private static int level(String word, String name, int number) {
        double level = number(word);
        if (Double.isNaN(level)) {
            throw wrong(name, number, quoted(word) + " is no number");
        }
        return (int) Math.rint(Math.clamp(level, 0, 1) * ONE);
    }

    /** NaN where it is none. */
    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static BadValue wrong(String name, int line, String what) {
        return new BadValue("LUT '" + name + "', line " + line + ": " + what + "; " + ColourCubes.WAY_OUT);
    }

    /** A word as it stands in a file that may be anything. */
    private static String quoted(String word) {
        boolean isPlain = word.length() <= LONGEST_QUOTED && word.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return isPlain ? "'" + word + "'" : "what stands there";
    }

    /**
     * What becomes of a pixel; alpha is kept.
     *
     * @param amount how much of it is taken, 0 … {@link #ONE}
     */
    int map(int pixel, int amount) {
        int red = place(Pixel.red(pixel));
        int green = place(Pixel.green(pixel));
        int blue = place(Pixel.blue(pixel));
        int r = red & (ONE - 1);
        int g = green & (ONE - 1);
        int b = blue & (ONE - 1);
        int first = 3 * (((blue >> BITS) * side + (green >> BITS)) * side + (red >> BITS));
        int stepR = 3;
        int stepG = 3 * side;
        int stepB = 3 * side * side;
        int last = first + (r > 0 ? stepR : 0) + (g > 0 ? stepG : 0) + (b > 0 ? stepB : 0);
        // The way from the first corner to the last goes along the axes in the order of how far the colour lies on
        // each.
        int large = Math.max(r, Math.max(g, b));
        int small = Math.min(r, Math.min(g, b));
        int middle = r + g + b - large - small;
        int second = first + (large == 0 ? 0 : r == large ? stepR : g == large ? stepG : stepB);
        int third = last - (small == 0 ? 0 : b == small ? stepB : g == small ? stepG : stepR);
        return Pixel.of(
                mixed(Pixel.blue(pixel), sum(2, first, second, third, last, large, middle, small), amount),
                mixed(Pixel.green(pixel), sum(1, first, second, third, last, large, middle, small), amount),
                mixed(Pixel.red(pixel), sum(0, first, second, third, last, large, middle, small), amount), pixel);
    }

    private int place(int level) {
        return level * (side - 1) * ONE / BRIGHTEST;
    }

    private long sum(int channel, int first, int second, int third, int last, int large, int middle, int small) {
        return (long) colours[first + channel] * (ONE - large) + (long) colours[second + channel] * (large - middle)
                + (long) colours[third + channel] * (middle - small) + (long) colours[last + channel] * small;
    }

    /** @param sum with twice as many bits behind the point as a colour */
    private static int mixed(int level, long sum, int amount) {
        long mapped = (sum * BRIGHTEST) >> BITS;
        long mixed = mapped * amount + ((long) level << BITS) * (ONE - amount);
        return (int) ((mixed + (1L << (2 * BITS - 1))) >> (2 * BITS));
    }
}

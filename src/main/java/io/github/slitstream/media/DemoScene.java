package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;

/**
 * A moving poster made to be bent in time: a wheel of colours that turns, a pendulum that swings, a clock whose second
 * hand hurries, a row of beads in a wave, bars that glide up, down and across. A pure function of the time.
 */
final class DemoScene {
    /** The scene is laid out in units of which the picture is so many high. */
    private static final double HEIGHT = 720;
    /** What is painted, and painted over, stays in the processor's cache until it is complete. */
    private static final int BAND_BYTES = 1 << 18;

    private static final int CREAM = 0xFFFFF3DC;
    private static final int CORAL = 0xFFFF5D5D;
    private static final int AMBER = 0xFFFFB52E;
    private static final int TEAL = 0xFF1FD1B2;
    private static final int AZURE = 0xFF3BA3FF;
    private static final int INK = 0xFF0B0D1F;
    private static final int[] RAINBOW = {0xFFFF4D6D, 0xFFFF7A45, 0xFFFFB52E, 0xFFF9E25B, 0xFF8FE36B, 0xFF1FD1B2,
        0xFF23B5E8, 0xFF3B7BFF, 0xFF6C5CFF, 0xFFA04DFF, 0xFFE043D8, 0xFFFF4FA0};
    private static final int[] GLIDER_COLOURS = {translucent(RAINBOW[1], 150), translucent(RAINBOW[4], 150),
        translucent(RAINBOW[7], 150), translucent(RAINBOW[10], 150)};
    private static final int BEADS = 15;
    /** Where the wheel's hub is, as a share of the width. */
    static final double WHEEL_PLACE = 0.315;

    private static final DemoShape GLIDER = DemoShape.bar(10, HEIGHT);
    private static final DemoShape BLADE = DemoShape.blade(92, 292, 360.0 / RAINBOW.length * 0.78);
    private static final DemoShape BEAD = DemoShape.disc(0, 14);
    private static final Figure[] MOON = {new Figure(DemoShape.disc(-322, 9), CREAM)};
    private static final Figure[] RED_MOON = {new Figure(DemoShape.disc(-322, 15), CORAL)};
    private static final Figure[] HUB = {new Figure(DemoShape.disc(0, 70), CREAM),
        new Figure(DemoShape.disc(-30, 24), INK), new Figure(DemoShape.disc(34, 16), CORAL)};
    private static final Figure[] PENDULUM = {new Figure(DemoShape.stroke(9, 0, 390), CREAM),
        new Figure(DemoShape.disc(390, 68), AMBER), new Figure(DemoShape.disc(390, 46), CORAL),
        new Figure(DemoShape.disc(390, 14), CREAM)};
    private static final Figure[] DIAL = {new Figure(DemoShape.disc(0, 118), CREAM),
        new Figure(DemoShape.disc(0, 108), INK)};
    private static final Figure[] QUARTER = {new Figure(DemoShape.stroke(7, -96, -78), CREAM)};
    private static final Figure[] HOUR = {new Figure(DemoShape.stroke(3, -96, -86), CREAM)};
    private static final Figure[] HOUR_HAND = {new Figure(DemoShape.stroke(9, -54, 0), CREAM)};
    private static final Figure[] MINUTE_HAND = {new Figure(DemoShape.stroke(7, -78, 12), AZURE)};
    private static final Figure[] SECOND_HAND = {new Figure(DemoShape.stroke(6, -94, 28), CORAL),
        new Figure(DemoShape.disc(-70, 9), CORAL), new Figure(DemoShape.disc(0, 9), CORAL)};

    private final int height;
    private final int bandRows;
    private final DemoCanvas canvas;
    private final DemoBackdrop backdrop;
    private final double width;
    private final DemoShape level;

    DemoScene(FrameSize size) {
        this(size, Math.clamp(BAND_BYTES / size.stride(), 1, size.height()));
    }

    /** @param bandRows painted at a time; they make no difference to the picture */
    DemoScene(FrameSize size, int bandRows) {
        double scale = size.height() / HEIGHT;
        this.height = size.height();
        this.bandRows = bandRows;
        canvas = new DemoCanvas(size, scale, bandRows);
        backdrop = new DemoBackdrop(size);
        width = size.width() / scale;
        level = DemoShape.bar(width, 10);
    }

    /** @param target of the size the scene was made for */
    void draw(double seconds, Frame target) {
        backdrop.colour(seconds);
        for (int row = 0; row < height; row += bandRows) {
            canvas.moveTo(row);
            backdrop.fill(row * target.size().width(), canvas.count(), canvas.pixels());
            drawShapes(seconds);
            canvas.copyTo(target);
        }
    }

    private void drawShapes(double seconds) {
        drawBars(seconds);
        drawBeads(seconds);
        drawWheel(seconds, width * WHEEL_PLACE, 360);
        draw(PENDULUM, width * 0.775, 168, 32 * Math.sin(seconds * 2 * Math.PI / 3.2));
        drawClock(seconds, width * 0.775, 168);
    }

    private void drawBars(double seconds) {
        for (int index = 0; index < GLIDER_COLOURS.length; index++) {
            double across = 0.5 + 0.48 * Math.sin(seconds * (0.27 + 0.06 * index) + index * 1.9);
            canvas.place(across * width, HEIGHT / 2, 0);
            canvas.fill(GLIDER, GLIDER_COLOURS[index]);
        }
        double down = 0.5 - 0.5 * Math.cos(seconds * 0.5);
        canvas.place(width / 2, down * HEIGHT, 0);
        canvas.fill(level, translucent(TEAL, 120));
    }

    private void drawBeads(double seconds) {
        for (int index = 0; index < BEADS; index++) {
            double share = index / (BEADS - 1.0);
            double height = Math.sin(seconds * 4.2 - index * 0.62);
            canvas.place(width * (0.585 + 0.385 * share), 644 + 36 * height, 0);
            canvas.fill(BEAD, RAINBOW[(index + 5) % RAINBOW.length]);
        }
    }

    private void drawWheel(double seconds, double x, double y) {
        for (int index = 0; index < RAINBOW.length; index++) {
            canvas.place(x, y, 90 + seconds * 80 + index * 360.0 / RAINBOW.length);
            canvas.fill(BLADE, RAINBOW[index]);
        }
        for (int index = 0; index < 3; index++) {
            draw(index == 0 ? RED_MOON : MOON, x, y, -seconds * 70 + index * 120);
        }
        draw(HUB, x, y, -seconds * 110);
    }

    private void drawClock(double seconds, double x, double y) {
        draw(DIAL, x, y, 0);
        for (int hour = 0; hour < 12; hour++) {
            draw(hour % 3 == 0 ? QUARTER : HOUR, x, y, hour * 30);
        }
        draw(HOUR_HAND, x, y, 300 + seconds * 6);
        draw(MINUTE_HAND, x, y, 60 + seconds * 45);
        draw(SECOND_HAND, x, y, seconds * 160);
    }

    private void draw(Figure[] figures, double x, double y, double degrees) {
        canvas.place(x, y, degrees);
        for (Figure figure : figures) {
            canvas.fill(figure.shape, figure.argb);
        }
    }

    private static int translucent(int argb, int alpha) {
        return alpha << 24 | (argb & 0xFFFFFF);
    }

    /** A shape in its colour. */
    private record Figure(DemoShape shape, int argb) {}
}

package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * A moving poster made to be bent in time: a wheel of colours that turns, a pendulum that swings, a clock whose second
 * hand hurries, a row of beads in a wave, bars that glide up, down and across. A pure function of the time.
 */
final class DemoScene {
    private static final ValueLayout.OfInt BGRA = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** The scene is laid out in units of which the picture is so many high. */
    private static final double HEIGHT = 720;

    private static final Color CREAM = new Color(0xFFF3DC);
    private static final Color CORAL = new Color(0xFF5D5D);
    private static final Color AMBER = new Color(0xFFB52E);
    private static final Color TEAL = new Color(0x1FD1B2);
    private static final Color AZURE = new Color(0x3BA3FF);
    private static final Color INK = new Color(0x0B0D1F);
    private static final Color[] BLADES = colors(0xFF4D6D, 0xFF7A45, 0xFFB52E, 0xF9E25B, 0x8FE36B, 0x1FD1B2, 0x23B5E8,
            0x3B7BFF, 0x6C5CFF, 0xA04DFF, 0xE043D8, 0xFF4FA0);
    private static final Color[] BARS = {translucent(BLADES[1], 150), translucent(BLADES[4], 150),
        translucent(BLADES[7], 150), translucent(BLADES[10], 150)};
    private static final Color LEVEL = translucent(TEAL, 120);
    /** By their thickness. */
    private static final Stroke[] PENS = pens(10);
    private static final int BEADS = 15;
    /** Where the wheel's hub is, as a share of the width. */
    static final double WHEEL_PLACE = 0.315;

    private final BufferedImage image;
    private final int[] pixels;
    private final Graphics2D canvas;
    private final AffineTransform layout;
    private final double width;
    private final DemoBackdrop backdrop;
    private final Path2D blade = blade(92, 292, 360.0 / BLADES.length * 0.78);
    private final Ellipse2D.Double disc = new Ellipse2D.Double();
    private final Line2D.Double line = new Line2D.Double();
    private final Rectangle2D.Double bar = new Rectangle2D.Double();

    DemoScene(FrameSize size) {
        image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double scale = size.height() / HEIGHT;
        layout = AffineTransform.getScaleInstance(scale, scale);
        width = size.width() / scale;
        backdrop = new DemoBackdrop(size);
    }

    /** @param target of the size the scene was made for */
    void draw(double seconds, Frame target) {
        backdrop.fill(seconds, pixels);
        drawBars(seconds);
        drawBeads(seconds);
        drawWheel(seconds, width * WHEEL_PLACE, 360);
        drawPendulum(seconds, width * 0.775, 168);
        drawClock(seconds, width * 0.775, 168);
        MemorySegment.copy(pixels, 0, target.pixels(), BGRA, 0, pixels.length);
    }

    private void drawBars(double seconds) {
        canvas.setTransform(layout);
        for (int index = 0; index < BARS.length; index++) {
            double across = 0.5 + 0.48 * Math.sin(seconds * (0.27 + 0.06 * index) + index * 1.9);
            canvas.setColor(BARS[index]);
            fillBar(across * width - 5, 0, 10, HEIGHT);
        }
        double down = 0.5 - 0.5 * Math.cos(seconds * 0.5);
        canvas.setColor(LEVEL);
        fillBar(0, down * HEIGHT - 5, width, 10);
    }

    private void drawWheel(double seconds, double x, double y) {
        for (int index = 0; index < BLADES.length; index++) {
            place(x, y, seconds * 80 + index * 360.0 / BLADES.length);
            canvas.setColor(BLADES[index]);
            canvas.fill(blade);
        }
        for (int index = 0; index < 3; index++) {
            place(x, y, -seconds * 70 + index * 120);
            canvas.setColor(index == 0 ? CORAL : CREAM);
            fillDisc(0, -322, index == 0 ? 15 : 9);
        }
        place(x, y, -seconds * 110);
        canvas.setColor(CREAM);
        fillDisc(0, 0, 70);
        canvas.setColor(INK);
        fillDisc(0, -30, 24);
        canvas.setColor(CORAL);
        fillDisc(0, 34, 16);
    }

    private void drawPendulum(double seconds, double x, double y) {
        place(x, y, 32 * Math.sin(seconds * 2 * Math.PI / 3.2));
        canvas.setColor(CREAM);
        stroke(9, 0, 0, 0, 390);
        canvas.setColor(AMBER);
        fillDisc(0, 390, 68);
        canvas.setColor(CORAL);
        fillDisc(0, 390, 46);
        canvas.setColor(CREAM);
        fillDisc(0, 390, 14);
    }

    private void drawClock(double seconds, double x, double y) {
        place(x, y, 0);
        canvas.setColor(CREAM);
        fillDisc(0, 0, 118);
        canvas.setColor(INK);
        fillDisc(0, 0, 108);
        canvas.setColor(CREAM);
        for (int hour = 0; hour < 12; hour++) {
            place(x, y, hour * 30);
            stroke(hour % 3 == 0 ? 7 : 3, 0, -96, 0, hour % 3 == 0 ? -78 : -86);
        }
        place(x, y, 300 + seconds * 6);
        stroke(9, 0, 0, 0, -54);
        canvas.setColor(AZURE);
        place(x, y, 60 + seconds * 45);
        stroke(7, 0, 12, 0, -78);
        canvas.setColor(CORAL);
        place(x, y, seconds * 160);
        stroke(6, 0, 28, 0, -94);
        fillDisc(0, -70, 9);
        fillDisc(0, 0, 9);
    }

    private void drawBeads(double seconds) {
        canvas.setTransform(layout);
        for (int index = 0; index < BEADS; index++) {
            double share = index / (BEADS - 1.0);
            canvas.setColor(BLADES[(index + 5) % BLADES.length]);
            double height = Math.sin(seconds * 4.2 - index * 0.62);
            fillDisc(width * (0.585 + 0.385 * share), 644 + 36 * height, 14);
        }
    }

    private void place(double x, double y, double degrees) {
        canvas.setTransform(layout);
        canvas.translate(x, y);
        canvas.rotate(Math.toRadians(degrees));
    }

    private void fillDisc(double x, double y, double radius) {
        disc.setFrame(x - radius, y - radius, 2 * radius, 2 * radius);
        canvas.fill(disc);
    }

    private void fillBar(double x, double y, double barWidth, double height) {
        bar.setRect(x, y, barWidth, height);
        canvas.fill(bar);
    }

    private void stroke(int thickness, double x1, double y1, double x2, double y2) {
        canvas.setStroke(PENS[thickness]);
        line.setLine(x1, y1, x2, y2);
        canvas.draw(line);
    }

    private static Path2D blade(double inner, double outer, double degrees) {
        Path2D path = new Path2D.Double(new Arc2D.Double(-outer, -outer, 2 * outer, 2 * outer, -degrees / 2, degrees,
                Arc2D.OPEN));
        path.append(new Arc2D.Double(-inner, -inner, 2 * inner, 2 * inner, degrees / 2, -degrees, Arc2D.OPEN), true);
        path.closePath();
        return path;
    }

    private static Stroke[] pens(int count) {
        Stroke[] pens = new Stroke[count];
        for (int thickness = 0; thickness < count; thickness++) {
            pens[thickness] = new BasicStroke(thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        return pens;
    }

    private static Color translucent(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    private static Color[] colors(int... rgb) {
        Color[] colors = new Color[rgb.length];
        for (int index = 0; index < rgb.length; index++) {
            colors[index] = new Color(rgb[index]);
        }
        return colors;
    }
}

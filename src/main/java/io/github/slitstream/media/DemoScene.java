package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
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
    private static final int BEADS = 15;

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
        drawWheel(seconds, width * 0.335, 360);
        drawPendulum(seconds, width * 0.70, -20);
        drawClock(seconds, width * 0.875, 190);
        drawBeads(seconds);
        MemorySegment.copy(pixels, 0, target.pixels(), BGRA, 0, pixels.length);
    }

    private void drawBars(double seconds) {
        canvas.setTransform(layout);
        for (int index = 0; index < 4; index++) {
            double across = 0.5 + 0.48 * Math.sin(seconds * (0.55 + 0.17 * index) + index * 1.9);
            canvas.setColor(translucent(BLADES[index * 3 + 1], 150));
            fillBar(across * width - 3, 0, 6, HEIGHT);
        }
        double down = 0.5 - 0.5 * Math.cos(seconds * 0.9);
        canvas.setColor(translucent(TEAL, 120));
        fillBar(0, down * HEIGHT - 4, width, 8);
    }

    private void drawWheel(double seconds, double x, double y) {
        for (int index = 0; index < BLADES.length; index++) {
            place(x, y, seconds * 105 + index * 360.0 / BLADES.length);
            canvas.setColor(BLADES[index]);
            canvas.fill(blade);
        }
        for (int index = 0; index < 3; index++) {
            place(x, y, -seconds * 150 + index * 120);
            canvas.setColor(index == 0 ? CORAL : CREAM);
            fillDisc(0, -322, index == 0 ? 15 : 9);
        }
        place(x, y, -seconds * 190);
        canvas.setColor(CREAM);
        fillDisc(0, 0, 70);
        canvas.setColor(INK);
        fillDisc(0, -30, 24);
        canvas.setColor(CORAL);
        fillDisc(0, 34, 16);
    }

    private void drawPendulum(double seconds, double x, double y) {
        place(x, y, 34 * Math.sin(seconds * 2 * Math.PI / 2.4));
        canvas.setColor(CREAM);
        stroke(4, 0, 0, 0, 520);
        canvas.setColor(AMBER);
        fillDisc(0, 520, 66);
        canvas.setColor(CORAL);
        fillDisc(0, 520, 46);
        canvas.setColor(CREAM);
        fillDisc(0, 520, 12);
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
        place(x, y, seconds * 220);
        stroke(4, 0, 28, 0, -94);
        fillDisc(0, -70, 9);
        fillDisc(0, 0, 9);
    }

    private void drawBeads(double seconds) {
        canvas.setTransform(layout);
        for (int index = 0; index < BEADS; index++) {
            double share = index / (BEADS - 1.0);
            canvas.setColor(BLADES[(index + 5) % BLADES.length]);
            double height = Math.sin(seconds * 4.2 - index * 0.62);
            fillDisc(width * (0.60 + 0.37 * share), 640 + 34 * height, 13);
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

    private void stroke(double thickness, double x1, double y1, double x2, double y2) {
        canvas.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
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

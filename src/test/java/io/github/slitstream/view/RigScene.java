package io.github.slitstream.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javax.imageio.ImageIO;

/** Two cameras that see the same white dots, as pictures and as a file of a rig with two further cameras. */
final class RigScene {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    static final int DOT = 9;

    /** In front of both cameras. The left one stands at the origin and looks along z. */
    static final double[][] WORLD = {{0.3, -0.4, 4}, {-1, 0.5, 5}, {0.9, 0.8, 6}, {-0.4, -0.9, 4.5}};
    /** The right one stands 1 to the right and 2.5 ahead, turned to the left by this angle: the left one sees it. */
    private static final double ANGLE = 0.3;
    static final double[] CENTRE = {1, 0, 2.5};

    private RigScene() {}

    /** Writes the pictures and the file, whose path is returned. */
    static Path write(Path folder) throws IOException {
        ImageIO.write(picture(0), "png", folder.resolve("left.png").toFile());
        ImageIO.write(picture(1), "png", folder.resolve("right.png").toFile());
        double cos = Math.cos(ANGLE);
        double sin = Math.sin(ANGLE);
        return Files.writeString(folder.resolve("rig.yaml"), """
            cameras:
              - name: left
                video: left.png
                K: [[500, 0, 320], [0, 500, 240], [0, 0, 1]]
                R: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
                t: [0, 0, 0]
              - name: right
                video: right.png
                K: [[500, 0, 320], [0, 500, 240], [0, 0, 1]]
                R: [[%s, 0, %s], [0, 1, 0], [%s, 0, %s]]
                t: [%s, 0, %s]
              - name: left, turned
                K: [[500, 0, 320], [0, 500, 240], [0, 0, 1]]
                R: [[0, -1, 0], [1, 0, 0], [0, 0, 1]]
                t: [0, 0, 0]
              - name: moving
                video: "demo:"
                P: [[500, 0, 320, 500], [0, 500, 240, 0], [0, 0, 1, 0]]
            """.formatted(cos, sin, -sin, cos, -(cos * CENTRE[0] + sin * CENTRE[2]),
                -(-sin * CENTRE[0] + cos * CENTRE[2])));
    }

    private static BufferedImage picture(int camera) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(60, 70, 90));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.WHITE);
        for (double[] point : WORLD) {
            Point2D at = camera == 0 ? left(point) : right(point);
            pen.fillOval((int) Math.round(at.getX()) - DOT / 2, (int) Math.round(at.getY()) - DOT / 2, DOT, DOT);
        }
        pen.dispose();
        return picture;
    }

    static Point2D left(double... point) {
        return new Point2D(500 * point[0] / point[2] + 320, 500 * point[1] / point[2] + 240);
    }

    /** What the left camera sees at a pixel, so far ahead. */
    static double[] onRay(Point2D pixel, double depth) {
        return new double[]{(pixel.getX() - 320) / 500 * depth, (pixel.getY() - 240) / 500 * depth, depth};
    }

    static Point2D right(double... point) {
        double x = point[0] - CENTRE[0];
        double z = point[2] - CENTRE[2];
        double depth = -Math.sin(ANGLE) * x + Math.cos(ANGLE) * z;
        return new Point2D(500 * (Math.cos(ANGLE) * x + Math.sin(ANGLE) * z) / depth + 320,
                500 * (point[1] - CENTRE[1]) / depth + 240);
    }
}

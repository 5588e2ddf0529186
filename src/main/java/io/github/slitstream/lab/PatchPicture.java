package io.github.slitstream.lab;

import io.github.slitstream.param.BadValue;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * What im2col does, as a picture: on the left the channels of an image with their border of zeros, on the right the
 * matrix. An element has the same colour in both, a zero of the border is grey; the patch in the middle is framed on
 * the left, and its row on the right.
 */
public final class PatchPicture {
    private static final int CELL = 24;
    private static final int GAP = 2;
    private static final int MARGIN = 24;
    /** More could not be told apart. */
    private static final int MOST_CELLS = 160;
    private static final Color PAPER = new Color(0x202428);
    private static final Color ZERO = new Color(0x50565c);
    private static final Color FRAME = Color.WHITE;

    private final Patches patches;
    private final int framedY;
    private final int framedX;

    private PatchPicture(Patches patches) {
        this.patches = patches;
        this.framedY = patches.outHeight() / 2;
        this.framedX = patches.outWidth() / 2;
    }

    /**
     * Draws the first image.
     *
     * @throws BadValue if it has too many elements to be seen
     */
    public static BufferedImage of(Patches patches) {
        int rows = patches.outHeight() * patches.outWidth();
        if (rows > MOST_CELLS || patches.patchElements() > MOST_CELLS || paddedWidth(patches) > MOST_CELLS
                || paddedHeight(patches) * patches.channels() > MOST_CELLS) {
            throw new BadValue(rows + " patches of " + patches.patchElements()
                    + " elements are too many for a picture: it takes up to " + MOST_CELLS + " of each");
        }
        return new PatchPicture(patches).draw();
    }

    private BufferedImage draw() {
        int matrixLeft = MARGIN + paddedWidth(patches) * CELL + 2 * MARGIN;
        int width = matrixLeft + patches.patchElements() * CELL + MARGIN;
        int imageBottom = patches.channels() * (paddedHeight(patches) * CELL + MARGIN);
        int matrixBottom = patches.outHeight() * patches.outWidth() * CELL + MARGIN;
        BufferedImage picture = new BufferedImage(width, MARGIN + Math.max(imageBottom, matrixBottom),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(PAPER);
        pen.fillRect(0, 0, width, picture.getHeight());
        for (int channel = 0; channel < patches.channels(); channel++) {
            channel(pen, channel);
        }
        for (int row = 0; row < patches.outHeight() * patches.outWidth(); row++) {
            row(pen, row, matrixLeft);
        }
        pen.dispose();
        return picture;
    }

    private void channel(Graphics2D pen, int channel) {
        int top = MARGIN + channel * (paddedHeight(patches) * CELL + MARGIN);
        for (int y = 0; y < paddedHeight(patches); y++) {
            for (int x = 0; x < paddedWidth(patches); x++) {
                cell(pen, MARGIN + x * CELL, top + y * CELL, colour(channel, y, x));
            }
        }
        frame(pen, MARGIN + framedX * patches.stride() * CELL, top + framedY * patches.stride() * CELL,
                patches.width(), patches.height());
    }

    private void row(Graphics2D pen, int row, int left) {
        int top = MARGIN + row * CELL;
        int outY = row / patches.outWidth();
        int outX = row % patches.outWidth();
        for (int column = 0; column < patches.patchElements(); column++) {
            int line = column / patches.width();
            int y = outY * patches.stride() + line % patches.height();
            int x = outX * patches.stride() + column % patches.width();
            cell(pen, left + column * CELL, top, colour(line / patches.height(), y, x));
        }
        if (outY == framedY && outX == framedX) {
            frame(pen, left, top, patches.patchElements(), 1);
        }
    }

    /** Channels and columns differ in hue, rows in brightness. */
    private Color colour(int channel, int paddedY, int paddedX) {
        int y = paddedY - patches.pad();
        int x = paddedX - patches.pad();
        if (y < 0 || y >= patches.imageHeight() || x < 0 || x >= patches.imageWidth()) {
            return ZERO;
        }
        float hue = (channel + (float) x / patches.imageWidth()) / patches.channels();
        return Color.getHSBColor(hue, 0.75f, 1 - 0.65f * y / patches.imageHeight());
    }

    private static void cell(Graphics2D pen, int left, int top, Color colour) {
        pen.setColor(colour);
        pen.fillRect(left, top, CELL - GAP, CELL - GAP);
    }

    private static void frame(Graphics2D pen, int left, int top, int columns, int rows) {
        pen.setColor(FRAME);
        for (int line = 1; line <= GAP; line++) {
            pen.drawRect(left - line, top - line, columns * CELL - GAP + 2 * line - 1,
                    rows * CELL - GAP + 2 * line - 1);
        }
    }

    private static int paddedWidth(Patches patches) {
        return patches.imageWidth() + 2 * patches.pad();
    }

    private static int paddedHeight(Patches patches) {
        return patches.imageHeight() + 2 * patches.pad();
    }
}

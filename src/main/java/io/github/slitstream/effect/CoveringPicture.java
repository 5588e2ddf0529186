package io.github.slitstream.effect;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.BadValue;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture file scaled to cover a frame, and cut off evenly on both sides. */
final class CoveringPicture {
    private CoveringPicture() {}

    /** @throws BadValue if the file cannot be read */
    static void check(String name) {
        decode(name);
    }

    /**
     * Opaque pixels of a frame of this size, row after row.
     *
     * @throws BadValue as {@link #check}
     */
    static int[] read(String name, FrameSize size) {
        BufferedImage picture = decode(name);
        BufferedImage fitted = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = fitted.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double scale = Math.max((double) size.width() / picture.getWidth(),
                (double) size.height() / picture.getHeight());
        int wide = (int) Math.ceil(picture.getWidth() * scale);
        int high = (int) Math.ceil(picture.getHeight() * scale);
        graphics.drawImage(picture, (size.width() - wide) / 2, (size.height() - high) / 2, wide, high, null);
        graphics.dispose();
        return fitted.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
    }

    private static BufferedImage decode(String name) {
        try {
            BufferedImage picture = ImageIO.read(new File(name));
            if (picture != null) {
                return picture;
            }
        } catch (IOException | RuntimeException e) { // ImageIO's readers throw either at damaged files
            throw new BadValue("picture '" + name + "' cannot be read: file takes " + Backdrop.FILE.allowed());
        }
        throw new BadValue("'" + name + "' is no picture that can be read: file takes " + Backdrop.FILE.allowed());
    }
}

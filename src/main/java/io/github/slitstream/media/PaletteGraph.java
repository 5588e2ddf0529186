package io.github.slitstream.media;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.FrameSize;
import java.util.Locale;

/**
 * FFmpeg's filters that make a few colours of a picture, the best for each: one palette for all would keep every
 * picture in memory until the last.
 */
final class PaletteGraph {
    /** What browsers and messengers show smoothly. */
    private static final int LONGEST_SIDE = 720;
    private static final int FEWEST_COLOURS = 32;
    private static final int MOST_COLOURS = 256;

    private PaletteGraph() {}

    /** The size with its longer side within bounds, in the same proportions. */
    static FrameSize limited(FrameSize size) {
        double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(size.width(), size.height()));
        return new FrameSize((int) Math.max(1, Math.round(size.width() * scale)),
                (int) Math.max(1, Math.round(size.height() * scale)));
    }

    /** @return the filters, from BGRA to a picture of a size with a palette of its own, the longer the finer */
    static String filters(FrameSize size, int quality) {
        long colours = FEWEST_COLOURS + Math.round((MOST_COLOURS - FEWEST_COLOURS) * (double) quality / Encoding.BEST);
        return String.format(Locale.ROOT,
                "scale=%d:%d:flags=area,split[a][b];"
                        + "[a]palettegen=stats_mode=single:reserve_transparent=0:max_colors=%d[p];"
                        + "[b][p]paletteuse=new=1:dither=sierra2_4a",
                size.width(), size.height(), colours);
    }
}

package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pages of a TIFF. ImageIO reads their samples; what these mean the tags say: grey, RGB, palettes and CMYK of up to
 * 16 bits, floats from 0 to 1 or to 255. What cannot be shown as it is meant is refused.
 */
final class TiffPages implements PictureFile {
    private static final int SUBFILE = 254;
    private static final int COMPRESSION = 259;
    private static final int BITS = 258;
    private static final int PHOTOMETRIC = 262;
    private static final int SAMPLES = 277;
    private static final int PREDICTOR = 317;
    private static final int COLOURS = 320;
    private static final int TILE_WIDTH = 322;
    private static final int INK_SET = 332;
    private static final int EXTRA_SAMPLES = 338;
    private static final int FORMAT = 339;
    private static final List<Integer> KNOWN_PHOTOMETRICS = List.of(0, 1, 2, 3, 5, 6);
    private static final int WHITE_IS_ZERO = 0;
    private static final int PALETTE = 3;
    private static final int SEPARATED = 5;
    private static final int JPEG = 7;
    private static final int HORIZONTAL_DIFFERENCES = 2;
    private static final int UNSIGNED = 1;
    private static final int FLOAT = 3;
    /** Bits of what is no page of its own: a smaller copy, a mask. */
    private static final int PART_OF_ANOTHER = 0b101;
    /** Floats that reach to less than this, but above 1, are no levels of 0 … 255. */
    private static final int LEAST_OF_255 = 16;

    private final byte[] file;
    private final String name;
    private final List<TiffDirectory> directories;
    private final List<Integer> pages = new ArrayList<>();

    /** @param name for messages */
    TiffPages(byte[] file, String name) {
        this.file = file;
        this.name = name;
        this.directories = TiffDirectory.all(file);
        for (int i = 0; i < directories.size(); i++) {
            if ((directories.get(i).number(SUBFILE, 0) & PART_OF_ANOTHER) == 0) {
                pages.add(i);
            }
        }
    }

    @Override
    public int pages() {
        return pages.size();
    }

    @Override
    public StillPicture page(int page) throws IOException {
        if (pages.isEmpty()) {
            throw refusal("it has no page");
        }
        int index = pages.get(page);
        TiffDirectory tags = directories.get(index);
        check(tags);
        boolean differences = tags.number(PREDICTOR, 1) == HORIZONTAL_DIFFERENCES && bits(tags) == 16;
        BufferedImage image = differences ? summed(index, tags) : read(index);
        return picture(image, tags).upright(tags.orientation());
    }

    private void check(TiffDirectory tags) throws IOException {
        int photometric = tags.number(PHOTOMETRIC, 1);
        if (!KNOWN_PHOTOMETRICS.contains(photometric)) {
            throw refusal("its colours are of kind " + photometric);
        }
        if (photometric == SEPARATED
                && (tags.number(INK_SET, 1) != 1 || tags.number(COMPRESSION, 1) == JPEG || samples(tags) < 4)) {
            throw refusal("its inks are not plain CMYK");
        }
        if (tags.number(COMPRESSION, 1) == JPEG && samples(tags) > 3) {
            throw refusal("its transparency is packed as JPEG");
        }
        int format = tags.number(FORMAT, UNSIGNED);
        boolean alike = Arrays.stream(tags.numbers(FORMAT)).allMatch(each -> each == format);
        if (!alike || (format != UNSIGNED && format != FLOAT)) {
            throw refusal("its samples are signed, complex or mixed numbers");
        }
        if (format == FLOAT && photometric == WHITE_IS_ZERO) {
            throw refusal("its floats are 0 for white");
        }
        if (format == UNSIGNED && bits(tags) > 16) {
            throw refusal("its samples are integers of " + bits(tags) + " bits");
        }
    }

    private static int bits(TiffDirectory tags) {
        return Arrays.stream(tags.numbers(BITS)).max().orElse(1);
    }

    private static int samples(TiffDirectory tags) {
        return tags.number(SAMPLES, 1);
    }

    private BufferedImage read(int index) throws IOException {
        return new EncodedImage(file, "tiff", name).read(index);
    }

    /** ImageIO knows differences of 8 bits only: it is told that these are none, and black is 0. */
    private BufferedImage summed(int index, TiffDirectory tags) throws IOException {
        int photometric = tags.number(PHOTOMETRIC, 1);
        boolean inverted = photometric == WHITE_IS_ZERO;
        tags.put(PREDICTOR, 1);
        tags.put(PHOTOMETRIC, inverted ? 1 : photometric);
        try {
            BufferedImage image = read(index);
            sum(image.getRaster(), tags.number(TILE_WIDTH, image.getWidth()), inverted ? 0xffff : 0);
            return image;
        } finally {
            tags.put(PREDICTOR, HORIZONTAL_DIFFERENCES);
            tags.put(PHOTOMETRIC, photometric);
        }
    }

    /** Each sample is kept as its difference from the one to its left in the same tile. */
    private static void sum(WritableRaster samples, int tileWidth, int inverting) {
        int[] row = new int[samples.getWidth()];
        for (int band = 0; band < samples.getNumBands(); band++) {
            for (int y = 0; y < samples.getHeight(); y++) {
                samples.getSamples(0, y, row.length, 1, band, row);
                for (int x = 1; x < row.length; x++) {
                    row[x] = x % tileWidth == 0 ? row[x] : (row[x] + row[x - 1]) & 0xffff;
                }
                for (int x = 0; x < row.length; x++) {
                    row[x] ^= inverting;
                }
                samples.setSamples(0, y, row.length, 1, band, row);
            }
        }
    }

    private StillPicture picture(BufferedImage image, TiffDirectory tags) throws IOException {
        Raster raster = image.getRaster();
        if (tags.number(PHOTOMETRIC, 1) == PALETTE) {
            return colours(raster, tags.numbers(COLOURS));
        }
        if (image.getColorModel() instanceof IndexColorModel) {
            return ExactSamples.picture(image);
        }
        boolean inks = tags.number(PHOTOMETRIC, 1) == SEPARATED;
        SampleColours colours = SampleColours.of(raster.getNumBands(), inks, tags.numbers(EXTRA_SAMPLES));
        if (tags.number(FORMAT, UNSIGNED) == UNSIGNED) {
            return colours.picture(raster, SampleReader.NUMBERS, (1 << raster.getSampleModel().getSampleSize(0)) - 1);
        }
        SampleReader reader = raster.getTransferType() == DataBuffer.TYPE_USHORT
                ? SampleReader.HALF_FLOATS
                : SampleReader.NUMBERS;
        return colours.picture(raster, reader, white(raster, reader));
    }

    /** @param colours all reds, then greens, then blues, of 16 bits; their higher halves are the levels of 8 bits */
    private StillPicture colours(Raster places, int[] colours) throws IOException {
        FrameSize size = new FrameSize(places.getWidth(), places.getHeight());
        int count = colours.length / 3;
        int[] pixels = places.getSamples(0, 0, size.width(), size.height(), 0, (int[]) null);
        for (int i = 0; i < pixels.length; i++) {
            int place = pixels[i];
            if (place >= count) {
                throw refusal("its palette lacks colour " + place);
            }
            int red = colours[place] >> 8;
            int green = colours[count + place] >> 8;
            int blue = colours[2 * count + place] >> 8;
            pixels[i] = (255 << 24) | (red << 16) | (green << 8) | blue;
        }
        return new StillPicture(size, pixels);
    }

    /** What white is in floats, 1 or 255: nothing says so but the values themselves. */
    private int white(Raster raster, SampleReader reader) throws IOException {
        double largest = 0;
        double[] row = new double[raster.getWidth() * raster.getNumBands()];
        for (int y = 0; y < raster.getHeight(); y++) {
            reader.read(raster, y, row);
            for (double sample : row) {
                if (!(sample >= 0 && sample <= 255)) {
                    throw refusal("a sample is " + sample + ", not within 0 … 1 or 0 … 255");
                }
                largest = Math.max(largest, sample);
            }
        }
        if (largest > 1 && largest < LEAST_OF_255) {
            throw refusal("its samples reach to " + largest + ", which is meant neither for 0 … 1 nor for 0 … 255");
        }
        return largest <= 1 ? 1 : 255;
    }

    private IOException refusal(String reason) {
        return new IOException(name + " cannot be shown as it is meant: " + reason + "; save it with 8 or 16 bits");
    }
}

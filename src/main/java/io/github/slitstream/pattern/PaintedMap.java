package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A map that somebody is painting, in 16-bit grey: 0 is now, {@link #PAST} the past. While it is open, patterns that
 * name its file follow it instead of what is in the file. One thread paints; any number follow.
 */
public final class PaintedMap implements AutoCloseable {
    public static final int PAST = 65_535;

    private static final Map<String, PaintedMap> OPEN = new ConcurrentHashMap<>();

    private final String file;
    private final FrameSize size;
    private final char[] samples;
    private final int[] editionOfRow;
    private volatile int edition = 1;

    private PaintedMap(String file, FrameSize size) {
        this.file = file;
        this.size = size;
        this.samples = new char[size.pixels()];
        this.editionOfRow = new int[size.height()];
    }

    /**
     * Opens a map under the name of the file in which it will be kept.
     *
     * @param from the picture that it begins with, by path or as one that is built in
     * @throws BadValue if that cannot be read
     */
    public static PaintedMap open(String file, String from, FrameSize size) {
        PaintedMap map = new PaintedMap(file, size);
        PaintedMap open = OPEN.get(from);
        if (open != null && open.size.equals(size)) {
            open.read(map.samples);
        } else {
            map.draw(Picture.field(GreyPictures.named(from), size));
        }
        OPEN.put(file, map);
        return map;
    }

    private void draw(Field picture) {
        double[] row = new double[size.width()];
        for (int i = 0; i < size.height(); i++) {
            picture.fillRow(i, row, 0);
            for (int column = 0; column < row.length; column++) {
                samples[i * size.width() + column] = (char) Math.rint(row[column] * PAST);
            }
        }
    }

    static @Nullable PaintedMap named(String file) {
        return OPEN.get(file);
    }

    public FrameSize size() {
        return size;
    }

    /** @param into takes all samples, row-major */
    public synchronized void read(char[] into) {
        System.arraycopy(samples, 0, into, 0, samples.length);
    }

    /**
     * Takes over a part of other samples, from {@code left} and {@code top} on up to {@code right} and {@code bottom},
     * which are the first that it does not.
     */
    public synchronized void write(char[] from, int left, int top, int right, int bottom) {
        int next = edition + 1;
        for (int row = top; row < bottom; row++) {
            int at = row * size.width();
            System.arraycopy(from, at + left, samples, at + left, right - left);
            editionOfRow[row] = next;
        }
        edition = next;
    }

    boolean isNewerThan(int seen) {
        return edition != seen;
    }

    /**
     * Copies the rows that have changed. Allocates nothing.
     *
     * @param seen edition that {@code into} holds; 0 is none
     * @return the edition that it then holds
     */
    synchronized int copyChanges(char[] into, int seen) {
        for (int row = 0; row < size.height(); row++) {
            if (seen == 0 || editionOfRow[row] > seen) {
                System.arraycopy(samples, row * size.width(), into, row * size.width(), size.width());
            }
        }
        return edition;
    }

    /** Writes a PNG of one channel of 16 bits. Any thread. */
    public void save(OutputStream out) throws IOException {
        char[] copy = new char[samples.length];
        read(copy);
        new GreyPicture(size.width(), size.height(), copy).writePng(out);
    }

    /** Those who follow it keep what they have seen last. */
    @Override
    public void close() {
        OPEN.remove(file, this);
    }
}

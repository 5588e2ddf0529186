package io.github.slitstream.media;

/** Makes of the rows of a PNG what compresses well: differences from their neighbours. One thread. */
final class PngFilter {
    private static final int KINDS = 5;
    private static final byte FROM_ABOVE = 2;

    /** Bytes of a pixel, and as many zeros in front of each row: what lies left of the first pixel counts as 0. */
    private final int start;
    private byte[] above;
    private byte[] row;
    private byte[] best;
    private byte[] tried;

    /** @param channels of one byte each */
    PngFilter(int width, int channels) {
        start = channels;
        above = new byte[channels * (width + 1)];
        row = new byte[above.length];
        best = new byte[1 + channels * width];
        tried = new byte[best.length];
    }

    /** Where in {@link #next} the first pixel is. */
    int start() {
        return start;
    }

    /** To be filled with the samples of the next row, from {@link #start} to its end. */
    byte[] next() {
        byte[] free = above;
        above = row;
        row = free;
        return row;
    }

    /** As {@link #apply}, by the filter that does well on most rows of pictures without being compared. */
    byte[] applyFromAbove() {
        tried[0] = FROM_ABOVE;
        fromAbove();
        return tried;
    }

    /** What is written of the row: the number of a filter and the differences; unchanged until the next call. */
    byte[] apply() {
        long least = Long.MAX_VALUE;
        for (byte kind = 0; kind < KINDS; kind++) {
            tried[0] = kind;
            long sum = difference(kind);
            if (sum < least) {
                least = sum;
                byte[] worse = best;
                best = tried;
                tried = worse;
            }
        }
        return best;
    }

    /** @return the sum of the differences' magnitudes as signed bytes, which tells how well they compress */
    private long difference(int kind) {
        switch (kind) {
            case 0 -> System.arraycopy(row, start, tried, 1, row.length - start);
            case 1 -> fromLeft();
            case FROM_ABOVE -> fromAbove();
            case 3 -> fromBoth();
            default -> fromNearest();
        }
        long sum = 0;
        for (int i = 1; i < tried.length; i++) {
            sum += Math.abs(tried[i]);
        }
        return sum;
    }

    private void fromLeft() {
        for (int i = start; i < row.length; i++) {
            tried[i - start + 1] = (byte) (row[i] - row[i - start]);
        }
    }

    private void fromAbove() {
        for (int i = start; i < row.length; i++) {
            tried[i - start + 1] = (byte) (row[i] - above[i]);
        }
    }

    private void fromBoth() {
        for (int i = start; i < row.length; i++) {
            tried[i - start + 1] = (byte) (row[i] - ((row[i - start] & 0xff) + (above[i] & 0xff)) / 2);
        }
    }

    /** Paeth's: from that of left, above and above left which is nearest to left + above − above left. */
    private void fromNearest() {
        for (int i = start; i < row.length; i++) {
            int left = row[i - start] & 0xff;
            int up = above[i] & 0xff;
            int corner = above[i - start] & 0xff;
            int toLeft = Math.abs(up - corner);
            int toUp = Math.abs(left - corner);
            int toCorner = Math.abs(left + up - 2 * corner);
            int nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
            tried[i - start + 1] = (byte) (row[i] - nearest);
        }
    }
}

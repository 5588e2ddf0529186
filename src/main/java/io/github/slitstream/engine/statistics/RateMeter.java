package io.github.slitstream.engine.statistics;

/** Frames per second over the last two seconds or so. One thread ticks, any thread reads. */
final class RateMeter {
    private static final long WINDOW_NANOS = 2_000_000_000L;
    private static final int KEPT = 256;

    private final long[] times = new long[KEPT];
    private long count;

    synchronized void tick(long nanos) {
        times[(int) (count++ % KEPT)] = nanos;
    }

    synchronized double perSecond(long nowNanos) {
        int known = (int) Math.min(count, KEPT);
        int inWindow = 0;
        long oldest = nowNanos;
        while (inWindow < known) {
            long time = times[(int) ((count - 1 - inWindow) % KEPT)];
            if (nowNanos - time > WINDOW_NANOS) {
                break;
            }
            oldest = time;
            inWindow++;
        }
        long newest = known == 0 ? 0 : times[(int) ((count - 1) % KEPT)];
        return inWindow < 2 || newest <= oldest ? 0 : (inWindow - 1) * 1e9 / (newest - oldest);
    }
}

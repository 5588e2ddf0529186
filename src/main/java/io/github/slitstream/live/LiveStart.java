package io.github.slitstream.live;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * How a player began.
 *
 * @param source what plays
 * @param firstPictureMillis from the start of Java to the first picture in the window
 * @param firstPictureCpuMillis processor time that was used until then
 */
public record LiveStart(SourceInfo source, long firstPictureMillis, long firstPictureCpuMillis) {
    private static final long LONGEST_START_MILLIS = 20_000;
    private static final long LONGEST_WARM_UP_MILLIS = 120_000;
    /** After the warm-up, for what it left behind to be collected. */
    private static final long SETTLING_MILLIS = 1_000;

    static LiveStart await(Player player) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START_MILLIS * 1_000_000;
        while (player.statistics().shownFrames() == 0) {
            if (System.nanoTime() > end) {
                throw new IOException("no picture came within " + LONGEST_START_MILLIS / 1_000 + " s");
            }
            Thread.sleep(1);
        }
        long millis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        if (player.source() instanceof SourceState.Playing(SourceInfo info)) {
            return new LiveStart(info, millis, ProcessUsage.now().cpuNanos() / 1_000_000);
        }
        throw new IOException("the source was lost at once");
    }

    /** Waits until the kernels are compiled, as far as that can be done ahead. */
    static void awaitWarmUp(Player player) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WARM_UP_MILLIS * 1_000_000;
        while (!player.isWarm() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        Thread.sleep(SETTLING_MILLIS);
    }
}

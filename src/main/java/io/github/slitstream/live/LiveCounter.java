package io.github.slitstream.live;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.engine.statistics.Statistics;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Waits for a player's first picture, lets it warm up, and counts what it does for a while. */
final class LiveCounter {
    private static final long LONGEST_WARM_UP_MILLIS = 30_000;
    /** After the warm-up, for what it left behind to be collected. */
    private static final long SETTLING_MILLIS = 1_000;
    private static final long LONGEST_START_MILLIS = 20_000;

    private final Player player;

    LiveCounter(Player player) {
        this.player = player;
    }

    Start awaitPicture() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START_MILLIS * 1_000_000;
        while (player.statistics().shownFrames() == 0) {
            if (System.nanoTime() > end) {
                throw new IOException("no picture came within " + LONGEST_START_MILLIS / 1_000 + " s");
            }
            Thread.sleep(1);
        }
        long millis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        if (player.source() instanceof SourceState.Playing(SourceInfo info)) {
            return new Start(info, millis, ProcessUsage.now().cpuNanos() / 1_000_000);
        }
        throw new IOException("the source was lost at once");
    }

    private void awaitWarmUp() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WARM_UP_MILLIS * 1_000_000;
        while (!player.isWarm() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        Thread.sleep(SETTLING_MILLIS);
    }

    /** What plays, when its first picture was there, and what processor time that took. */
    record Start(SourceInfo source, long firstPictureMillis, long firstPictureCpuMillis) {}

    LiveScore count(Start start, double seconds, Optional<Recording> recording)
            throws InterruptedException {
        try (CollectorPauses pauses = new CollectorPauses()) {
            awaitWarmUp();
            long written = recording.map(Recording::frames).orElse(0L);
            long lost = recording.map(Recording::dropped).orElse(0L);
            pauses.begin();
            player.restartStatistics();
            ProcessUsage begin = ProcessUsage.now();
            Thread.sleep(Math.round(seconds * 1_000));
            Statistics counted = player.statistics();
            ProcessUsage end = ProcessUsage.now();
            written = recording.map(Recording::frames).orElse(0L) - written;
            lost = recording.map(Recording::dropped).orElse(0L) - lost;
            pauses.end();
            long framesIn = counted.capturedFrames() + counted.droppedFrames();
            return new LiveScore(start.source(), start.firstPictureMillis(),
                    start.firstPictureCpuMillis(), end.secondsSince(begin), framesIn,
                    counted.shownFrames(), Math.max(0, framesIn - counted.shownFrames()), written, lost,
                    counted.latencyMedianMillis(), counted.latencyWorstMillis(), counted.grabMillis(),
                    counted.renderMillis(), end.cpuShareSince(begin), end.captureBytesSince(begin) / framesIn,
                    end.renderBytesSince(begin) / framesIn, pauses.count(), pauses.longestMillis());
        }
    }
}

package io.github.slitstream.live;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.statistics.Statistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts second by second from the first picture on, while Java compiles what makes the pictures.
 *
 * @param seconds to count
 */
public record LiveSeconds(int seconds) implements LiveMeasurement<SecondsScore> {
    @Override
    public SecondsScore measure(Player player, LiveStart start, Path folder) throws InterruptedException {
        List<SecondsScore.Second> counted = new ArrayList<>();
        player.restartStatistics();
        long begun = System.nanoTime();
        long framesIn = 0;
        long shown = 0;
        for (int i = 1; i <= seconds; i++) {
            long left = begun + i * 1_000_000_000L - System.nanoTime();
            Thread.sleep(Math.max(0, left / 1_000_000));
            Statistics now = player.statistics();
            long cameIn = now.capturedFrames() + now.droppedFrames();
            counted.add(new SecondsScore.Second(cameIn - framesIn, now.shownFrames() - shown, now.flow()));
            framesIn = cameIn;
            shown = now.shownFrames();
        }
        return new SecondsScore(start.firstPictureMillis(), counted);
    }
}

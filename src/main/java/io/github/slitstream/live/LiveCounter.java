package io.github.slitstream.live;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.engine.statistics.Statistics;
import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Lets a player warm up and counts what it does for a while.
 *
 * @param seconds to count
 * @param records where it is recorded meanwhile, into a file or memory that is thrown away, or nothing
 */
public record LiveCounter(double seconds, Optional<SinkOpener> records) implements LiveMeasurement<LiveScore> {

    @Override
    public LiveScore measure(Player player, LiveStart start, Path folder) throws IOException, InterruptedException {
        if (records.isEmpty()) {
            return count(player, start, Optional.empty());
        }
        SourceInfo playing = start.source();
        String file = folder.resolve("recording.mp4").toString();
        try (Sink sink = records.get().open(new SinkRequest(file, playing.size(), playing.pixels(),
                playing.framesPerSecond(), player.sound()).live(Encoding.USUAL))) {
            Recording recording = player.outlets().record(sink, playing.size());
            try {
                return count(player, start, Optional.of(recording));
            } finally {
                recording.stop();
            }
        }
    }

    private LiveScore count(Player player, LiveStart start, Optional<Recording> recording)
            throws InterruptedException {
        try (CollectorPauses pauses = new CollectorPauses()) {
            LiveStart.awaitWarmUp(player);
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
                    end.renderBytesSince(begin) / framesIn, pauses.count(), pauses.longestMillis(),
                    recording.map(each -> each.status().encoder()).orElse(""));
        }
    }
}

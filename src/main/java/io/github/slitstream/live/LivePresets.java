package io.github.slitstream.live;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.statistics.Statistics;
import io.github.slitstream.preset.Preset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays presets one after another and counts what each shows once it has settled.
 *
 * @param every seconds each plays; what is counted is the later half
 */
public record LivePresets(List<Preset> presets, double every) implements LiveMeasurement<PresetsScore> {
    @Override
    public PresetsScore measure(Player player, LiveStart start, Path folder) throws InterruptedException {
        LiveStart.awaitWarmUp(player);
        long halfMillis = Math.round(every * 500);
        List<PresetsScore.Row> rows = new ArrayList<>();
        for (Preset preset : presets) {
            player.play(preset);
            Thread.sleep(halfMillis);
            player.restartStatistics();
            Thread.sleep(halfMillis);
            Statistics counted = player.statistics();
            rows.add(new PresetsScore.Row(preset.name(), counted.capturedFrames() + counted.droppedFrames(),
                    counted.shownFrames(), counted.renderMillis(), counted.flow()));
        }
        return new PresetsScore(List.copyOf(rows));
    }
}

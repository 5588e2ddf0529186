package io.github.slitstream.live;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.statistics.Statistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Plays every pattern and effect in random order, again and again, as somebody who explores, and measures whether any
 * stays slow after a switch.
 *
 * @param seconds to go on, after a warm-up; the last visit is finished
 * @param every seconds another one plays, at least twice {@link #WINDOW_SECONDS}
 * @param seed of the order
 */
public record LiveSwitching(double seconds, double every, long seed) implements LiveMeasurement<SwitchingScore> {
    /** So long the median of the effects' times is taken over. */
    public static final double WINDOW_SECONDS = 0.25;

    @Override
    public SwitchingScore measure(Player player, LiveStart start, Path folder) throws InterruptedException {
        LiveStart.awaitWarmUp(player);
        List<LiveScene> scenes = new ArrayList<>(LiveScene.all(player.preset()));
        Random random = new Random(seed);
        List<LiveVisit> visits = new ArrayList<>();
        long end = System.nanoTime() + Math.round(seconds * 1e9);
        while (System.nanoTime() < end) {
            Collections.shuffle(scenes, random);
            for (int i = 0; i < scenes.size() && System.nanoTime() < end; i++) {
                visits.add(visit(player, scenes.get(i)));
            }
        }
        return SwitchingScore.of(visits, player.statistics().kernelFailures());
    }

    private LiveVisit visit(Player player, LiveScene scene) throws InterruptedException {
        int windows = (int) Math.round(every / WINDOW_SECONDS);
        List<Double> millis = new ArrayList<>();
        ProcessUsage halfTime = ProcessUsage.now();
        long frames = 0;
        player.play(scene.preset());
        for (int i = 0; i < windows; i++) {
            if (i == windows / 2) {
                halfTime = ProcessUsage.now();
                frames = 0;
            }
            player.restartStatistics();
            Thread.sleep(Math.round(WINDOW_SECONDS * 1_000));
            Statistics window = player.statistics();
            millis.add(window.renderMillis() > 0 ? window.renderMillis() : Double.POSITIVE_INFINITY);
            frames += window.capturedFrames();
        }
        ProcessUsage end = ProcessUsage.now();
        double bytes = end.captureBytesSince(halfTime) + end.renderBytesSince(halfTime);
        return new LiveVisit(scene.name(), List.copyOf(millis), bytes / Math.max(1, frames));
    }
}

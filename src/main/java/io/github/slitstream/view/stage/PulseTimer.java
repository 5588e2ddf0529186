package io.github.slitstream.view.stage;

import javafx.animation.AnimationTimer;

/** Runs one thing on every pulse of JavaFX, and others a few times a second. */
final class PulseTimer extends AnimationTimer {
    private static final long TICK_NANOS = 120_000_000L;
    private static final long NUMBERS_NANOS = 500_000_000L;

    private final Runnable pulse;
    private final Runnable tick;
    private final Runnable numbers;
    private long ticked;
    private long told;

    /**
     * @param pulse on every pulse
     * @param tick what should seem to follow at once
     * @param numbers what would be restless if it changed more often than people read
     */
    PulseTimer(Runnable pulse, Runnable tick, Runnable numbers) {
        this.pulse = pulse;
        this.tick = tick;
        this.numbers = numbers;
    }

    @Override
    public void handle(long now) {
        pulse.run();
        if (now - ticked >= TICK_NANOS) {
            ticked = now;
            tick.run();
        }
        if (now - told >= NUMBERS_NANOS) {
            told = now;
            numbers.run();
        }
    }
}

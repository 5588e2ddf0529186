package io.github.slitstream.engine;

import io.github.slitstream.engine.intake.Intake;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.outlet.Outlets;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.preset.Ahead;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.SoundDelay;
import java.util.function.Consumer;

/**
 * What a player does with what its intake tells: sound goes to the outlets, as late as the preset says.
 *
 * @param player its owner, asked only when something has come
 * @param framed called for each frame: returns at once
 * @param notices hears one-line words
 */
record Arrivals(Player player, Outlets outlets, Runnable framed, Consumer<String> notices) implements Intake.Listener {
    @Override
    public void arrived() {
        framed.run();
    }

    @Override
    public void heard(SoundBlock sound) {
        double rate = player.source() instanceof SourceState.Playing(SourceInfo info) ? info.framesPerSecond() : 1;
        Preset preset = player.preset();
        outlets.publish(sound.at(sound.capturedNanos() + SoundDelay.nanos(preset, rate)),
                Math.round(Ahead.frames(preset) / rate * 1e9));
    }

    @Override
    public void soundBroken() {
        outlets.flushSound();
    }

    @Override
    public void notice(String line) {
        notices.accept(line);
    }
}

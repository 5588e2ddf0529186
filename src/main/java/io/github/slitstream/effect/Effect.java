package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.param.ParameterValues;

/**
 * An effect at work in one chain, for pictures of one size. For every frame {@link #prepare} is called once on the
 * render thread, then {@link #render} for bands of rows on any number of workers at once. The same sequence of inputs
 * and values gives the same pictures, however the rows are split. After warm-up neither allocates.
 */
public interface Effect extends EffectMonitor {
    /**
     * Takes over the values for the frame that is about to be rendered. Only what depends on a value that has changed
     * is worked out anew.
     *
     * @param values read until this returns, not later
     * @param input the past of this effect's input, 0 being the picture to work on; the pixels of an effect of
     *     {@link Footprint#POINT} may not be there yet, only its time
     */
    void prepare(FrameHistory input, ParameterValues values);

    /**
     * Fills the rows {@code fromRow} … {@code toRow - 1} of the output and leaves the input unchanged.
     *
     * @param output of the size that {@link EffectType#outputSize} gives, not part of the input's memory; for an effect
     *     of {@link Footprint#POINT} it may be the very picture to work on, which then changes in place
     */
    void render(FrameHistory input, Frame output, int fromRow, int toRow);
}

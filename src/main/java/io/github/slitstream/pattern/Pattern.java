package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.List;

/**
 * A picture of delays: one number per pixel, 0 = now … 1 = the oldest moment that the depth allows, before the shaping
 * that all patterns share. A pattern keeps no state: the same size and values give the same numbers on every thread.
 */
public interface Pattern extends Named {
    /** One sentence that says what it looks like. */
    String doc();

    /** Which of {@link PatternParameters} it reads. */
    List<Parameter<?>> parameters();

    /**
     * Fills one row.
     *
     * @param row 0 … {@code size.height() - 1}
     * @param values of {@link PatternParameters#ALL}, perhaps among others
     * @param out at least {@code size.width()} long; gets numbers within 0 … 1
     */
    void fillRow(int row, FrameSize size, Values values, double[] out);
}

package io.github.slitstream.view.control;

import io.github.slitstream.param.Parameter;

/** Where controls hand what was tuned. */
public interface Tuning {
    /** Takes over a legal value. Whoever owns the value shows it in the control again, changed or not. */
    <T> void set(Parameter<T> parameter, T value);

    /** Until {@link #end}, everything that is set is one step for undo. */
    void begin();

    void end();
}

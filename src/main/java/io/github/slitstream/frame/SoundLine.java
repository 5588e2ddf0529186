package io.github.slitstream.frame;

import java.io.IOException;

/**
 * Port: a device on its way of playing sound of one format. One thread opens, writes and closes a line.
 *
 * <ul>
 * <li><b>Ownership.</b> Samples stay the caller's.
 * <li><b>Time.</b> What is written is heard behind what was written before, or at once where all of that was heard.
 * <li><b>After an exception</b> nothing more may be written: the device is gone, and opened anew by who wants it back.
 * <li><b>Interrupts.</b> A call that waits ends with an exception when its thread is interrupted.
 * </ul>
 */
public interface SoundLine extends AutoCloseable {
    /**
     * Plays samples; waits while there is no room for them.
     *
     * @param samples of whole moments, −1 … 1
     * @param gain that they are multiplied by, 0 … 1
     * @throws IOException if the device does not take them any more
     */
    void write(float[] samples, float gain) throws IOException;

    /** How many moments were written and not heard yet, as exactly as the device tells. */
    long queued();

    /** Forgets what was not heard yet. */
    void flush();

    @Override
    void close();
}

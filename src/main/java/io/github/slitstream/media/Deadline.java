package io.github.slitstream.media;

import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/** Ends FFmpeg's waiting when time is up or the waiting thread is interrupted. One thread, the one that waits. */
final class Deadline implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;

    /**
     * JavaCPP makes only a few native callbacks of one class: all deadlines share this one and lend it their moment.
     */
    private static final AVIOInterruptCB.Callback_Pointer CALLBACK = new AVIOInterruptCB.Callback_Pointer() {
        @Override
        public int call(Pointer moment) {
            return isPast(new LongPointer(moment).get()) ? 1 : 0;
        }
    };

    private final LongPointer moment = new LongPointer(1).put(NEVER);

    void guard(AVFormatContext container) {
        container.interrupt_callback().callback(CALLBACK).opaque(moment);
    }

    /** Starts again. */
    void in(long seconds) {
        moment.put(System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    void never() {
        moment.put(NEVER);
    }

    boolean isPast() {
        return isPast(moment.get());
    }

    private static boolean isPast(long moment) {
        return (moment != NEVER && System.nanoTime() - moment > 0) || Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
        moment.close();
    }
}

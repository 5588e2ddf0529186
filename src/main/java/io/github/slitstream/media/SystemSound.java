package io.github.slitstream.media;

import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SoundLine;
import io.github.slitstream.frame.SoundLineOpener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * The system's usual device for sound, through Java Sound, in 16 bits and at most two channels: more are mixed to
 * these.
 */
public final class SystemSound implements SoundLineOpener {
    private static final int BITS = 16;

    @Override
    public SoundLine open(SoundFormat format) throws IOException {
        int channels = Math.min(format.channels(), StereoMix.CHANNELS);
        AudioFormat wanted = new AudioFormat(format.rate(), BITS, channels, true, false);
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(wanted);
            line.open(wanted, SystemLine.bufferBytes(wanted));
            line.start();
            return new SystemLine(line, format.channels());
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException | LinkageError refusal) {
            throw new IOException("there is no device for sound (" + refusal.getMessage() + ")", refusal);
        }
    }

    /** One thread. */
    private static final class SystemLine implements SoundLine {
        private static final double BUFFER_SECONDS = 0.1;
        private static final long POLL_NANOS = 3_000_000;
        /** A device that takes nothing for so long is gone. */
        private static final long GONE_NANOS = 1_000_000_000L;

        private final SourceDataLine line;
        private final int channels;
        private byte[] bytes = {};

        SystemLine(SourceDataLine line, int channels) {
            this.line = line;
            this.channels = channels;
        }

        static int bufferBytes(AudioFormat format) {
            return format.getFrameSize() * (int) (format.getSampleRate() * BUFFER_SECONDS);
        }

        @Override
        public void write(float[] samples, float gain) throws IOException {
            float[] mixed = StereoMix.of(samples, channels);
            int length = mixed.length * (BITS / Byte.SIZE);
            if (bytes.length < length) {
                bytes = new byte[length];
            }
            for (int i = 0; i < mixed.length; i++) {
                int level = Math.round(Math.clamp(mixed[i] * gain, -1, 1) * Short.MAX_VALUE);
                bytes[2 * i] = (byte) level;
                bytes[2 * i + 1] = (byte) (level >> Byte.SIZE);
            }
            writeBytes(length);
        }

        /** Never more than there is room for: on a device that is gone, Java Sound would wait for ever. */
        private void writeBytes(int length) throws IOException {
            long lastTaken = System.nanoTime();
            for (int written = 0; written < length;) {
                int room = Math.min(line.available(), length - written);
                if (room > 0) {
                    written += line.write(bytes, written, room);
                    lastTaken = System.nanoTime();
                } else if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("the device for sound is not wanted any more");
                } else if (!line.isOpen() || System.nanoTime() - lastTaken > GONE_NANOS) {
                    throw new IOException("the device for sound is gone");
                } else {
                    LockSupport.parkNanos(POLL_NANOS);
                }
            }
        }

        @Override
        public long queued() {
            int bytesQueued = line.getBufferSize() - line.available();
            return bytesQueued / line.getFormat().getFrameSize();
        }

        @Override
        public void flush() {
            line.flush();
        }

        @Override
        public void close() {
            line.close();
        }
    }
}

package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Frames to write and compare. They live as long as they are reachable. */
final class TestFrames {
    private TestFrames() {}

    static Frame blank(FrameSize size) {
        return Frame.allocate(size, Arena.ofAuto());
    }

    /** Every byte drawn at random, alpha too. */
    static Frame noise(FrameSize size, long seed) {
        Frame frame = blank(size);
        byte[] bytes = new byte[(int) size.bytes()];
        new Random(seed).nextBytes(bytes);
        MemorySegment.copy(bytes, 0, frame.pixels(), ValueLayout.JAVA_BYTE, 0, bytes.length);
        return frame;
    }

    /** Soft opaque colours that an encoder keeps well; they move with the index. */
    static Frame gradient(FrameSize size, int index) {
        Frame frame = blank(size);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                double x = column / 200.0;
                double y = row / 200.0;
                set(frame, row, column, wave(x + 0.03 * index), wave(y), wave(x + y), 255);
            }
        }
        return frame;
    }

    /** Soft moving colours at a steady rate. */
    static List<Frame> gradients(FrameSize size, int count, long frameNanos) {
        List<Frame> frames = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            frames.add(gradient(size, index));
            frames.get(index).stamp(index * frameNanos);
        }
        return frames;
    }

    private static int wave(double turns) {
        return (int) Math.round(127.5 + 100 * Math.sin(turns * 2 * Math.PI));
    }

    static void set(Frame frame, int row, int column, int blue, int green, int red, int alpha) {
        int[] channels = {blue, green, red, alpha};
        for (int channel = 0; channel < 4; channel++) {
            frame.pixels().set(ValueLayout.JAVA_BYTE, at(frame, row, column) + channel, (byte) channels[channel]);
        }
    }

    /** Blue, green, red, alpha: 0 … 255. */
    static List<Integer> pixel(Frame frame, int row, int column) {
        List<Integer> channels = new ArrayList<>();
        for (int channel = 0; channel < 4; channel++) {
            channels.add(frame.pixels().get(ValueLayout.JAVA_BYTE, at(frame, row, column) + channel) & 0xFF);
        }
        return channels;
    }

    private static long at(Frame frame, int row, int column) {
        return (long) row * frame.size().stride() + column * 4L;
    }

    static boolean same(Frame one, Frame other) {
        return one.size().equals(other.size()) && one.pixels().mismatch(other.pixels()) == -1;
    }

    /** Peak signal-to-noise ratio over the colour channels, in decibels. */
    static double psnr(Frame one, Frame other) {
        double sum = 0;
        for (long at = 0; at < one.pixels().byteSize(); at++) {
            if (at % 4 != 3) {
                int difference = (one.pixels().get(ValueLayout.JAVA_BYTE, at) & 0xFF)
                        - (other.pixels().get(ValueLayout.JAVA_BYTE, at) & 0xFF);
                sum += difference * difference;
            }
        }
        return 10 * Math.log10(255.0 * 255 * one.size().pixels() * 3 / Math.max(sum, 1e-9));
    }

    static FrameSource open(Path path) throws IOException {
        return new MediaSources().open(SourceRequest.of(path.toString()));
    }

    /** All that the source still has to give, each frame stamped with its time. */
    static List<Frame> readAll(FrameSource source) throws IOException {
        List<Frame> frames = new ArrayList<>();
        while (true) {
            Frame frame = blank(source.info().size());
            long nanos = source.read(frame);
            if (nanos == FrameSource.END) {
                return frames;
            }
            frame.stamp(nanos);
            frames.add(frame);
        }
    }

    /** How many frames a file holds. */
    static int count(Path file) throws IOException {
        try (FrameSource source = open(file)) {
            return readAll(source).size();
        }
    }

    /** Writes the frames at their own times and finishes. */
    static void write(Path path, List<Frame> frames, double framesPerSecond) throws IOException {
        FrameSize size = frames.getFirst().size();
        try (Sink sink = new MediaSinks().open(path.toString(), size, framesPerSecond)) {
            for (Frame frame : frames) {
                sink.write(frame, frame.capturedNanos());
            }
            sink.finish();
        }
    }
}

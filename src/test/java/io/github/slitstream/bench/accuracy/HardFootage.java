package io.github.slitstream.bench.accuracy;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import java.lang.foreign.ValueLayout;

/** Footage that is hard on flow, painted. */
final class HardFootage {
    static final int FRAMES = 23;
    private static final FrameSize SIZE = new FrameSize(256, 144);

    private HardFootage() {}

    /** What is painted: a level for each time and place. */
    @FunctionalInterface
    interface Scene {
        double level(int t, int x, int y);
    }

    /** Footage by its name. */
    static Scene scene(String name) {
        return switch (name) {
            case "white noise" -> (t, x, y) -> 255 * random(t, x, y);
            case "night" -> (t, x, y) -> 30 + 12 * texture(x, y) + 9 * grain(t, x, y);
            case "strong grain" -> (t, x, y) -> 110 + 50 * texture(x, y) + 22 * grain(t, x, y);
            case "grain that moves" -> (t, x, y) -> 110 + 50 * texture(x - 3 * t, y) + 9 * grain(t, x, y);
            case "cuts" -> (t, x, y) -> 128 + 100 * texture(x + 700 * (t / 5) - 2 * t, y + 431 * (t / 5));
            case "a cut at every frame" -> (t, x, y) -> 128 + 100 * texture(x + 700 * t, y + 431 * t);
            case "flashes" -> (t, x, y) -> 90 + 50 * texture(x - 2 * t, y) + (t % 6 == 3 ? 90 : 0);
            case "flicker" -> (t, x, y) -> (1 + 0.25 * Math.sin(2.1 * t)) * (100 + 60 * texture(x - 2 * t, y));
            case "fade" -> (t, x, y) -> (1 - t / (double) FRAMES) * (128 + 90 * texture(x - 2 * t, y));
            case "bars" -> (t, x, y) -> y < 20 || y >= 124 ? 16 : 128 + 90 * texture(x - 5 * t, y - 3 * t);
            case "grain between bars" ->
                (t, x, y) -> y < 20 || y >= 124 ? 0 : 110 + 60 * texture(x, y) + 12 * grain(t, x, y);
            case "a thin line" -> (t, x, y) -> Math.abs(Math.floorMod(x - 23 * t, 256) - 128) < 1.5
                    ? 240
                    : 100 + 30 * texture(x, y);
            case "a small moon" ->
                (t, x, y) -> Math.hypot(x - Math.floorMod(31 * t, 256), y - 72 - 40 * Math.sin(t)) < 4
                        ? 240
                        : 100 + 30 * texture(x, y);
            case "a disc that uncovers" -> (t, x, y) -> Math.hypot(x - 40 - 9 * t, y - 72) < 35
                    ? 180 + 40 * texture(x - 9 * t + 333, y)
                    : 90 + 60 * texture(x, y);
            case "stripes" -> (t, x, y) -> 128 + 100 * Math.sin((x + 2 * t) * 0.37);
            case "spokes" -> (t, x, y) -> 128 + 100 * Math.sin(12 * Math.atan2(y - 72, x - 128) + 0.6 * t);
            case "snow" -> (t, x, y) -> random(t, x / 2, y / 2) > 0.997 ? 230 : 60 + 20 * texture(x, y);
            case "a fast pan" -> (t, x, y) -> 128 + 100 * texture(x - 60 * t, y);
            case "a camera that shakes" -> (t, x, y) -> 128
                    + 100 * texture(x + 14 * Math.sin(0.5 * t), y + 11 * Math.cos(0.6 * t));
            case "fade in" -> (t, x, y) -> Math.max(0, (t - 3) / 12.0) * (128 + 90 * texture(x - 2 * t, y));
            case "fade in of what stands" -> (t, x, y) -> Math.clamp((t - 3) / 12.0, 0, 1) * (128 + 90 * texture(x, y));
            case "cross fade" -> (t, x, y) -> (1 - t / (double) FRAMES) * (128 + 90 * texture(x - 2 * t, y))
                    + t / (double) FRAMES * (128 + 90 * texture(x + 999, y + 2 * t + 99));
            case "fast cross fade" ->
                (t, x, y) -> (1 - Math.clamp((t - 5) / 10.0, 0, 1)) * (128 + 90 * texture(x - t, y))
                        + Math.clamp((t - 5) / 10.0, 0, 1) * (128 + 90 * texture(x + 999, y + t + 99));
            case "wipe" ->
                (t, x, y) -> x < 12 * t ? 128 + 90 * texture(x - 2 * t, y) : 128 + 90 * texture(x + 999, y + t);
            case "rain" -> (t, x, y) -> rain(t, x, y);
            case "zoom" -> (t, x, y) -> zoom(t, x, y);
            case "fast shake" -> (t, x, y) -> 128
                    + 100 * texture(x + 14 * Math.sin(1.7 * t), y + 11 * Math.cos(2.1 * t));
            case "fast shake with grain" -> (t, x, y) -> 128 + 9 * grain(t, x, y)
                    + 60 * texture(x + 9 * Math.sin(1.7 * t), y + 7 * Math.cos(2.1 * t));
            case "stripes halfway to the next" ->
                (t, x, y) -> 128 + 100 * Math.sin(2 * Math.PI * (x - 0.275 * 17 * t) / 17);
            case "a checkerboard halfway to the next" ->
                (t, x, y) -> ((x + 4096 - 17 * t / 2) / 16 + y / 16) % 2 == 0 ? 220 : 20;
            case "fast spokes" -> (t, x, y) -> 128 + 100 * Math.sin(24 * Math.atan2(y - 72, x - 128) + 1.4 * t);
            case "water" ->
                (t, x, y) -> 128 + 60 * texture(x + 3 * Math.sin(y * 0.2 + t), y + 3 * Math.sin(x * 0.15 + 1.3 * t))
                        + 20 * texture(x * 2 + 5 * t, y * 2);
            case "fire" -> (t, x, y) -> 128 + 60 * (texture(x, y + 6 * t) + texture(x + 5 * t, y + 4 * t + 77));
            case "a walker at night" -> (t, x, y) -> (Math.abs(x - 30 - 4 * t) < 12 && Math.abs(y - 80) < 30
                    ? 90 + 40 * texture(x - 4 * t, y)
                    : 30 + 12 * texture(x, y)) + 9 * grain(t, x, y);
            case "two layers" -> (t, x, y) -> texture(x + 3 * t + 900, y) > 0.15
                    ? 180 + 60 * texture(x + 3 * t, y + 50)
                    : 90 + 60 * texture(x - 2 * t, y);
            case "many moons" -> (t, x, y) -> moons(t, x, y);
            case "leaves" -> (t, x, y) -> 128 + 90
                    * texture(x + 3 * Math.sin(0.9 * t + y * 0.05 + x * 0.02), y + 2 * Math.cos(1.1 * t + x * 0.07));
            case "jitter" ->
                (t, x, y) -> 128 + 100 * texture(x + 2 * (random(t, 1, 1) - 0.5), y + 2 * (random(t, 2, 1) - 0.5));
            case "strobe" -> (t, x, y) -> t % 4 == 0 ? 250 : 100 + 60 * texture(x - 3 * t, y);
            case "fade and grain" ->
                (t, x, y) -> (1 - t / (double) FRAMES) * (128 + 90 * texture(x - 2 * t, y)) + 5 * grain(t, x, y);
            case "text scrolls" ->
                (t, x, y) -> random(7, x / 3, (y + 4 * t) / 5) > 0.6 && (y + 4 * t) % 15 < 10 ? 235 : 20;
            case "plasma" -> (t, x, y) -> 128 + 40 * (Math.sin(x * 0.05 + 0.4 * t) + Math.sin(y * 0.07 - 0.5 * t)
                    + Math.sin((x + y) * 0.04 + 0.7 * t));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double moons(int t, int x, int y) {
        for (int moon = 0; moon < 12; moon++) {
            double mx = 128 + (20 + 9 * moon) * Math.cos((0.35 - 0.02 * moon) * t + moon);
            double my = 72 + (10 + 5 * moon) * Math.sin((0.35 - 0.02 * moon) * t + moon);
            if (Math.hypot(x - mx, y - my) < 2 + moon % 3) {
                return 230;
            }
        }
        return 60 + 30 * texture(x, y);
    }

    private static double rain(int t, int x, int y) {
        double level = 90 + 40 * texture(x, y);
        for (int drop = 0; drop < 160; drop++) {
            double dx = 256 * random(drop, 1, 1);
            double dy = (144 * random(drop, 2, 1) + t * (14 + 10 * random(drop, 3, 1))) % 160 - 8;
            if (Math.abs(x - dx) < 0.8 && y > dy && y < dy + 9) {
                level += 70;
            }
        }
        return level;
    }

    private static double zoom(int t, int x, int y) {
        double scale = Math.pow(1.05, -t);
        double cx = (x - 128) * 0.012 * scale - 0.7436;
        double cy = (y - 72) * 0.012 * scale + 0.1318;
        double zx = 0;
        double zy = 0;
        int n = 0;
        while (n < 100 && zx * zx + zy * zy < 16) {
            double next = zx * zx - zy * zy + cx;
            zy = 2 * zx * zy + cy;
            zx = next;
            n++;
        }
        return n * 2.5;
    }

    /** A number of 0 … 1 that is the same for the same place and time. */
    private static double random(int t, int x, int y) {
        long mixed = (t * 0x9e3779b97f4a7c15L + x) * 0xbf58476d1ce4e5b9L + y;
        mixed = (mixed ^ (mixed >>> 30)) * 0x94d049bb133111ebL;
        mixed = (mixed ^ (mixed >>> 27)) * 0xbf58476d1ce4e5b9L;
        return (mixed >>> 40) / (double) (1 << 24);
    }

    /** About as film has it: of mean 0 and deviation 1. */
    private static double grain(int t, int x, int y) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += random(t + 1000 * (i + 1), x, y) - 0.5;
        }
        return 2 * sum;
    }

    /** Hills of three sizes, none like another, −1 … 1. */
    static double texture(double x, double y) {
        return hills(x / 23, y / 23, 1) + hills(x / 9, y / 9, 2) / 2 + hills(x / 4, y / 4, 3) / 4;
    }

    /** A level of −4/7 … 4/7 at each whole place, smooth between them. */
    private static double hills(double x, double y, int size) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = smooth(x - left);
        double down = smooth(y - top);
        double above = random(size, left, top) * (1 - across) + random(size, left + 1, top) * across;
        double below = random(size, left, top + 1) * (1 - across) + random(size, left + 1, top + 1) * across;
        return (above * (1 - down) + below * down - 0.5) * 8 / 7;
    }

    private static double smooth(double share) {
        return share * share * (3 - 2 * share);
    }

    static double block(int x, int y) {
        return random(7, x, y) > 0.5 ? 220 : 30;
    }
    /** A scene as a source of frames. */
    static final class Source implements FrameSource {
        private final Scene scene;
        private int t;

        Source(Scene scene) {
            this.scene = scene;
        }

        @Override
        public SourceInfo info() {
            return new SourceInfo("test", "Test", SIZE, 30, false, FRAMES, "");
        }

        @Override
        public long read(Frame target) {
            if (t == FRAMES) {
                return END;
            }
            for (int i = 0; i < SIZE.pixels(); i++) {
                int level = Math.clamp(Math.round(scene.level(t, i % SIZE.width(), i / SIZE.width())), 0, 255);
                target.pixels().setAtIndex(ValueLayout.JAVA_INT, i, 0xff000000 | 0x010101 * level);
            }
            return t++ * 33_000_000L;
        }

        @Override
        public void rewind() {
            t = 0;
        }

        @Override
        public void seek(long nanos) {
            t = (int) (nanos / 33_000_000L);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}

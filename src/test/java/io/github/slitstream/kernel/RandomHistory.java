package io.github.slitstream.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;

/**
 * A history of random frames in one block of memory, for tests: frames lie in mixed order and off any alignment, the
 * oldest stands in for the one behind it.
 */
public final class RandomHistory {
    private final MemorySegment memory;
    private final long[] ageOffsets;

    private RandomHistory(MemorySegment memory, long[] ageOffsets) {
        this.memory = memory;
        this.ageOffsets = ageOffsets;
    }

    public static RandomHistory random(Arena arena, int frames, int frameBytes, Random random) {
        MemorySegment memory = Row.random(arena, (long) frames * frameBytes + 3, random);
        long[] offsets = new long[frames + 1];
        int rotated = random.nextInt(frames);
        for (int age = 0; age < frames; age++) {
            offsets[age] = 3 + (long) ((age + rotated) % frames) * frameBytes;
        }
        offsets[frames] = offsets[frames - 1];
        return new RandomHistory(memory, offsets);
    }

    public MemorySegment memory() {
        return memory;
    }

    public long[] ageOffsets() {
        return ageOffsets;
    }

    /** The largest delay: that of the oldest frame. */
    public int deepest() {
        return (ageOffsets.length - 2) << Kernels.DELAY_BITS;
    }

    /**
     * A few rows of delays of one of several characters: still, slow, steep, jumping back and forth, random, at the
     * ends.
     */
    public Delays delays(int width, int rows, Random random) {
        Delays delays = new Delays(width, rows);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(delays(width, random), 0, delays.ofPixels(), delays.firstPixel(row), width);
            delays.summarise(row);
        }
        return delays;
    }

    private int[] delays(int count, Random random) {
        int[] delays = new int[count];
        int character = random.nextInt(6);
        int start = random.nextInt(deepest() + 1);
        int step = random.nextInt(-700, 701) >> random.nextInt(8);
        for (int i = 0; i < count; i++) {
            delays[i] = Math.clamp(switch (character) {
                case 0 -> start;
                case 1 -> start + (long) i * step;
                case 2 -> start + (i % 2 == 0 ? 0L : step);
                case 3 -> start + random.nextInt(600);
                case 4 -> random.nextInt(deepest() + 1);
                default -> random.nextBoolean() ? 0 : deepest();
            }, 0, deepest());
        }
        return delays;
    }
}

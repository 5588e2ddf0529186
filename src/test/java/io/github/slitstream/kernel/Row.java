package io.github.slitstream.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;

/** Native rows of bytes for tests. */
public final class Row {
    private Row() {}

    public static MemorySegment random(Arena arena, long bytes, Random random) {
        byte[] content = new byte[Math.toIntExact(bytes)];
        random.nextBytes(content);
        for (int i = 0; i < content.length; i++) {
            if (random.nextInt(8) == 0) {
                content[i] = (byte) (random.nextBoolean() ? 255 : 0);
            }
        }
        return of(arena, content);
    }

    public static MemorySegment of(Arena arena, byte... content) {
        MemorySegment row = arena.allocate(Math.max(1, content.length), 64);
        MemorySegment.copy(content, 0, row, ValueLayout.JAVA_BYTE, 0, content.length);
        return row.asSlice(0, content.length);
    }

    public static MemorySegment copy(Arena arena, MemorySegment row) {
        return of(arena, row.toArray(ValueLayout.JAVA_BYTE));
    }

    public static int channel(MemorySegment row, long offset) {
        return Byte.toUnsignedInt(row.get(ValueLayout.JAVA_BYTE, offset));
    }
}

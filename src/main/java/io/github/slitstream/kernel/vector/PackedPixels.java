package io.github.slitstream.kernel.vector;

/**
 * Rows to packed ones and back, as {@link PackedLanes} lays them out. Where registers are so narrow that there is none
 * for a fourth of one, packed rows go the scalar way.
 */
final class PackedPixels {
    /** Whether this machine's registers are wide enough. */
    static final boolean AVAILABLE = PixelLanes.SPECIES.vectorBitSize() >= 256;

    private PackedPixels() {}

    /** The lumas of a row; in and out are addresses. */
    static void packLumas(long in, long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            PackedLanes.lumas(PixelLanes.load(in + (long) i * PixelLanes.BYTES))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, out + i, PixelLanes.ORDER);
        }
    }

    /** The chromas of two rows; all parameters but the last are addresses. */
    static void packChromas(long top, long bottom, long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            PackedLanes.chromas(PixelLanes.load(top + at), PixelLanes.load(bottom + at))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, out + i, PixelLanes.ORDER);
        }
    }

    /** Unpacks a row; all parameters but the last are addresses. */
    static void unpackRow(long lumas, long chromas, long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            PackedLanes.unpacked(PackedLanes.load(lumas + i, chromas + i)).intoMemorySegment(NativeMemory.EVERYWHERE,
                    out + (long) i * PixelLanes.BYTES, PixelLanes.ORDER);
        }
    }

    /** Unpacks, where they lie, pixels that {@link PackedLanes#load} gave; out is an address. */
    static void unpackInPlace(long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = out + (long) i * PixelLanes.BYTES;
            PackedLanes.unpacked(PixelLanes.load(at)).intoMemorySegment(NativeMemory.EVERYWHERE, at,
                    PixelLanes.ORDER);
        }
    }
}

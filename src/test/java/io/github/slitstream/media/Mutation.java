package io.github.slitstream.media;

import java.util.Arrays;
import java.util.Random;

/** Files as accidents leave them. */
final class Mutation {
    private Mutation() {}

    /** How many mutations of each file are tried: as many as usual, or as {@code -Dslitstream.mutations} says. */
    static int perFile(int usual) {
        return Integer.getInteger("slitstream.mutations", usual);
    }

    /** One that depends on the random numbers alone. */
    static byte[] of(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int at = random.nextInt(bytes.length);
        int length = random.nextInt(Math.min(4_000, bytes.length - at));
        switch (random.nextInt(5)) {
            case 0 -> {
                for (int flips = random.nextInt(40); flips >= 0; flips--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> {
                for (int index = 0; index < length; index++) {
                    bytes[at + index] = (byte) random.nextInt(256);
                }
            }
            case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
            case 3 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            default -> bytes = joined(Arrays.copyOf(bytes, at), whole);
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}

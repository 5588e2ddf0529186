package io.github.slitstream.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a TIFF says of one of its pictures: numbers by tag. Exif is such a TIFF without a picture. Whatever does not lie
 * within the bytes is left out.
 *
 * @param places where the numbers of a tag begin, how many bytes each has and how many there are
 */
record TiffDirectory(ByteBuffer file, Map<Integer, Place> places) {
    private static final int ORIENTATION = 274;

    private static final int ENTRY_BYTES = 12;
    private static final int MAGIC = 42;
    private static final int MOST_DIRECTORIES = 10_000;

    private record Place(int at, int bytes, int count) {}

    /** The directories of the main chain, in order; none if that is no TIFF. */
    static List<TiffDirectory> all(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        List<TiffDirectory> found = new ArrayList<>();
        if (bytes.length < 8) {
            return found;
        }
        file.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (file.getShort(2) != MAGIC) {
            return found;
        }
        Set<Long> seen = new HashSet<>();
        long at = Integer.toUnsignedLong(file.getInt(4));
        while (at >= 8 && at + 2 <= bytes.length && seen.add(at) && found.size() < MOST_DIRECTORIES) {
            int entries = Short.toUnsignedInt(file.getShort((int) at));
            long next = at + 2 + (long) entries * ENTRY_BYTES;
            found.add(new TiffDirectory(file, places(file, (int) at + 2, entries)));
            at = next + 4 <= bytes.length ? Integer.toUnsignedLong(file.getInt((int) next)) : 0;
        }
        return found;
    }

    /** What a block of Exif says of how the picture is set upright. */
    static Orientation orientation(byte[] exif) {
        List<TiffDirectory> directories = all(exif);
        return directories.isEmpty() ? Orientation.UPRIGHT : directories.getFirst().orientation();
    }

    private static Map<Integer, Place> places(ByteBuffer file, int start, int entries) {
        Map<Integer, Place> places = new TreeMap<>();
        for (int i = 0; i < entries && start + (long) (i + 1) * ENTRY_BYTES <= file.limit(); i++) {
            int entry = start + i * ENTRY_BYTES;
            int bytes = switch (file.getShort(entry + 2)) {
                case 1 -> 1;
                case 3 -> 2;
                case 4 -> 4;
                default -> 0;
            };
            long count = Integer.toUnsignedLong(file.getInt(entry + 4));
            long at = count * bytes <= 4 ? entry + 8 : Integer.toUnsignedLong(file.getInt(entry + 8));
            if (bytes > 0 && at + count * bytes <= file.limit()) {
                places.putIfAbsent(Short.toUnsignedInt(file.getShort(entry)), new Place((int) at, bytes, (int) count));
            }
        }
        return places;
    }

    Orientation orientation() {
        return Orientation.ofExif(number(ORIENTATION, 1));
    }

    int number(int tag, int otherwise) {
        int[] numbers = numbers(tag);
        return numbers.length == 0 ? otherwise : numbers[0];
    }

    /** All numbers of a tag, none where it is not given. */
    int[] numbers(int tag) {
        Place place = places.get(tag);
        if (place == null) {
            return new int[0];
        }
        int[] numbers = new int[place.count];
        for (int i = 0; i < numbers.length; i++) {
            int at = place.at + i * place.bytes;
            numbers[i] = switch (place.bytes) {
                case 1 -> Byte.toUnsignedInt(file.get(at));
                case 2 -> Short.toUnsignedInt(file.getShort(at));
                default -> file.getInt(at);
            };
        }
        return numbers;
    }

    /** Changes the first number of a tag in the bytes that this was read from. */
    void put(int tag, int number) {
        Place place = places.get(tag);
        if (place != null && place.bytes == 2) {
            file.putShort(place.at, (short) number);
        } else if (place != null && place.bytes == 4) {
            file.putInt(place.at, number);
        }
    }
}

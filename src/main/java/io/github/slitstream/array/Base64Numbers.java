package io.github.slitstream.array;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as {@code FileStorage} writes them in base64: 24 bytes that tell their type, such as {@code 1d} and blanks,
 * then the numbers themselves, the lowest byte first.
 */
final class Base64Numbers {
    private static final int HEADER_BYTES = 24;
    private static final Pattern TYPE = Pattern.compile("[0-9]*([a-z])");
    private static final Map<String, ElementType> TYPES = Map.of("u", ElementType.UINT8, "c", ElementType.INT8, "w",
            ElementType.UINT16, "s", ElementType.INT16, "i", ElementType.INT32, "f", ElementType.FLOAT32, "d",
            ElementType.FLOAT64, "h", ElementType.FLOAT16);

    private Base64Numbers() {}

    /**
     * @param place of the matrix, for messages
     * @throws IOException if the text is no base64 or of a type that is not known
     */
    static double[] decode(String text, String place) throws IOException {
        byte[] bytes = bytes(text, place);
        ElementType type = bytes.length < HEADER_BYTES
                ? null
                : type(new String(bytes, 0, HEADER_BYTES, StandardCharsets.ISO_8859_1).strip());
        if (type == null || (bytes.length - HEADER_BYTES) % type.bytes() != 0) {
            throw damaged(place);
        }
        MemorySegment numbers = MemorySegment.ofArray(bytes).asSlice(HEADER_BYTES);
        double[] decoded = new double[(bytes.length - HEADER_BYTES) / type.bytes()];
        for (int i = 0; i < decoded.length; i++) {
            decoded[i] = type.get(numbers, (long) i * type.bytes(), ByteOrder.LITTLE_ENDIAN);
        }
        return decoded;
    }

    private static byte[] bytes(String text, String place) throws IOException {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw damaged(place);
        }
    }

    private static @Nullable ElementType type(String written) {
        Matcher matcher = TYPE.matcher(written);
        return matcher.matches() ? TYPES.get(matcher.group(1)) : null;
    }

    private static IOException damaged(String place) {
        return new IOException(
                place + ": these are no numbers in base64 as OpenCV writes them; write the file anew with"
                        + " OpenCV's FileStorage");
    }
}

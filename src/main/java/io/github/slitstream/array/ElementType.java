package io.github.slitstream.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one element of an array is: NumPy's kind of number and its size. */
public enum ElementType {
    /** NumPy's {@code bool}: one byte, true unless it is 0. */
    BOOL("b1", 1), //
    INT8("i1", 1), //
    INT16("i2", 2), //
    INT32("i4", 4), //
    INT64("i8", 8), //
    UINT8("u1", 1), //
    UINT16("u2", 2), //
    UINT32("u4", 4), //
    UINT64("u8", 8), //
    FLOAT16("f2", 2), //
    FLOAT32("f4", 4), //
    FLOAT64("f8", 8);

    private final String code;
    private final int bytes;

    ElementType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** As NumPy spells it, without the byte order: {@code f8}. */
    public String code() {
        return code;
    }

    /** Size of one element. */
    public int bytes() {
        return bytes;
    }

    static Optional<ElementType> byCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(ElementType::code).collect(Collectors.joining(", "));
    }

    /** The element at this place as a double; integers beyond 2⁵³ are rounded to nearest. */
    double get(MemorySegment memory, long offset, ByteOrder order) {
        return switch (this) {
            case BOOL -> memory.get(ValueLayout.JAVA_BYTE, offset) == 0 ? 0 : 1;
            case INT8 -> memory.get(ValueLayout.JAVA_BYTE, offset);
            case UINT8 -> Byte.toUnsignedInt(memory.get(ValueLayout.JAVA_BYTE, offset));
            case INT16 -> shortBits(memory, offset, order);
            case UINT16 -> Short.toUnsignedInt(shortBits(memory, offset, order));
            case INT32 -> intBits(memory, offset, order);
            case UINT32 -> Integer.toUnsignedLong(intBits(memory, offset, order));
            case INT64 -> longBits(memory, offset, order);
            case UINT64 -> unsigned(longBits(memory, offset, order));
            case FLOAT16 -> Float.float16ToFloat(shortBits(memory, offset, order));
            case FLOAT32 -> Float.intBitsToFloat(intBits(memory, offset, order));
            case FLOAT64 -> Double.longBitsToDouble(longBits(memory, offset, order));
        };
    }

    /** Copies elements as they are, from one byte order to this machine's. */
    void copy(MemorySegment from, long fromOffset, ByteOrder order, MemorySegment to, long toOffset, long count) {
        MemorySegment.copy(from, layout(order), fromOffset, to, layout(ByteOrder.nativeOrder()), toOffset, count);
    }

    private ValueLayout layout(ByteOrder order) {
        ValueLayout unordered = switch (bytes) {
            case 1 -> ValueLayout.JAVA_BYTE;
            case 2 -> ValueLayout.JAVA_SHORT_UNALIGNED;
            case 4 -> ValueLayout.JAVA_INT_UNALIGNED;
            default -> ValueLayout.JAVA_LONG_UNALIGNED;
        };
        return unordered.withOrder(order);
    }

    private static short shortBits(MemorySegment memory, long offset, ByteOrder order) {
        return memory.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), offset);
    }

    private static int intBits(MemorySegment memory, long offset, ByteOrder order) {
        return memory.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), offset);
    }

    private static long longBits(MemorySegment memory, long offset, ByteOrder order) {
        return memory.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), offset);
    }

    /** Large ones are halved with their last bit kept, so that they are rounded once and rightly. */
    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (double) (bits >>> 1 | (bits & 1)) * 2;
    }
}

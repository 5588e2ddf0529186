package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.function.IntBinaryOperator;

/** Grey pictures for tests. */
final class GreyFrame {
    private GreyFrame() {}

    /** @param grey of column and row, 0 … 255 */
    static Frame of(FrameSize size, IntBinaryOperator grey) {
        Frame frame = Frame.allocate(size, Arena.ofAuto());
        for (int i = 0; i < size.pixels(); i++) {
            int level = grey.applyAsInt(i % size.width(), i / size.width());
            frame.pixels().setAtIndex(ValueLayout.JAVA_INT, i, 0xff000000 | level * 0x010101);
        }
        return frame;
    }

    /** The same picture, captured at another time. */
    static Frame at(Frame picture, long nanos) {
        picture.stamp(nanos);
        return picture;
    }
}

package io.github.slitstream.bench.row;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.OpenCvTransform;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.stream.Stream;

/** {@code colour/SIZE}: more contrast and stronger colours. */
final class ColourRows {
    private static final double CONTRAST = 1.2;
    private static final double SATURATION = 1.5;
    /** BT.709 luma, in the order blue, green, red. */
    private static final double[] LUMA = {0.0722, 0.7152, 0.2126};
    private static final double MIDDLE = 127.5;
    /** Ours and those of the others are rounded to different numbers of bits. */
    private static final Agreement ROUNDED = Agreement.within(1);

    private ColourRows() {}

    static List<Row> all() {
        return Stream.of(PictureSize.HD, PictureSize.FULL_HD, PictureSize.SQUARE)
                .map(size -> new Row("colour/" + size.name(), resources -> prepare(resources, size.frame()),
                        resources -> prepare(resources, PictureSize.SMALL)))
                .toList();
    }

    private static Workload prepare(RowResources resources, FrameSize size) {
        Footage footage = Footage.of(resources.tools(), size, 1);
        Slot slot = Slot.of(Effects.byId("colour"));
        Preset preset = Preset.empty("colour").plus(slot.withValues(slot.values()
                .with("contrast", Double.toString(CONTRAST)).with("saturation", Double.toString(SATURATION))));
        return new Workload(ChainImplementation.ours(resources, footage, preset), Traffic.copyOf(footage.pictures()))
                .against("scalar", Agreement.EXACT, () -> ChainImplementation.scalar(resources, footage, preset))
                .against("c", ROUNDED, () -> cLoop(resources, footage.pictures()))
                .against("opencv", "transform: three channels", ROUNDED,
                        () -> new OpenCvTransform(footage.pictures(), size, matrix()));
    }

    private static Implementation cLoop(RowResources resources, MemorySegment picture) throws IOException {
        MethodHandle loop = resources.tools().compiler().function("colour", "mix",
                FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
        double[] exact = matrix();
        MemorySegment matrix = resources.arena().allocate(JAVA_FLOAT, exact.length);
        for (int i = 0; i < exact.length; i++) {
            matrix.setAtIndex(JAVA_FLOAT, i, (float) exact[i]);
        }
        MemorySegment out = resources.memory(picture.byteSize());
        long pixels = picture.byteSize() / FrameSize.BYTES_PER_PIXEL;
        return Implementation.of(out, () -> {
            loop.invokeExact(picture, matrix, out, pixels);
        });
    }

    /**
     * Away from luma by the saturation, then away from the middle by the contrast; rows of blue, green, red, constant.
     */
    private static double[] matrix() {
        double[] matrix = new double[12];
        for (int to = 0; to < 3; to++) {
            for (int from = 0; from < 3; from++) {
                double itself = to == from ? 1 : 0;
                matrix[4 * to + from] = CONTRAST * (LUMA[from] + SATURATION * (itself - LUMA[from]));
            }
            matrix[4 * to + 3] = MIDDLE - CONTRAST * MIDDLE;
        }
        return matrix;
    }
}

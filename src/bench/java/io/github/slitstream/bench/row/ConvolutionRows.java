package io.github.slitstream.bench.row;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.Shape;
import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.OpenCvFilter;
import io.github.slitstream.bench.peer.OpenCvNet;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.lab.FilterBank;
import io.github.slitstream.lab.Im2col;
import io.github.slitstream.lab.Patches;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * {@code convolution/KxK}: a full kernel over a picture; {@code convolution/gaussian}: one that is a column times a
 * row; {@code convolution/bank16}: 16 filters over three channels in float32; {@code im2col/3x3}: every patch of such
 * an image as a row.
 */
final class ConvolutionRows {
    private static final int FILTERS = 16;
    private static final int BANK_SIDE = 3;
    /** Three standard deviations of the Gaussian row: a kernel of 15×15. */
    private static final int RADIUS = 7;

    private ConvolutionRows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (int side : new int[]{3, 5, 7, 9, 11, 15}) {
            rows.add(new Row("convolution/" + side + "x" + side,
                    resources -> full(resources, PictureSize.HD.frame(), side),
                    resources -> full(resources, PictureSize.SMALL, side)));
        }
        rows.add(new Row("convolution/gaussian", resources -> gaussian(resources, PictureSize.HD.frame()),
                resources -> gaussian(resources, PictureSize.SMALL)));
        rows.add(new Row("convolution/bank16", resources -> bank(resources, PictureSize.HD.frame()),
                resources -> bank(resources, PictureSize.SMALL)));
        rows.add(new Row("im2col/3x3", resources -> im2col(resources, PictureSize.HD.frame()),
                resources -> im2col(resources, PictureSize.SMALL)));
        return rows;
    }

    private static Workload full(RowResources resources, FrameSize size, int side) {
        int[] weights = new Random(side).ints((long) side * side, -3, 6).toArray();
        int middle = weights.length / 2;
        weights[middle] = 0;
        int sum = IntStream.of(weights).sum();
        weights[middle] = Math.max(1, 1 - sum); // so that the sum is positive, and grey stays grey
        float divisor = sum + weights[middle];
        float[] fractions = new float[weights.length];
        StringJoiner text = new StringJoiner(" ");
        for (int i = 0; i < weights.length; i++) {
            fractions[i] = weights[i] / divisor;
            text.add((i > 0 && i % side == 0 ? "; " : "") + weights[i]);
        }
        Footage footage = Footage.of(resources.tools(), size, 1);
        MemorySegment picture = footage.pictures();
        return new Workload(ours(resources, footage, "kernel", text.toString(), "divisor", "0"),
                Traffic.copyOf(picture))
                .against("opencv", "filter2D: three channels, fractions in floats", Agreement.within(1),
                        () -> OpenCvFilter.whole(picture, size, fractions));
    }

    private static Workload gaussian(RowResources resources, FrameSize size) {
        float[] bell = new float[2 * RADIUS + 1];
        double sum = 0;
        for (int i = 0; i < bell.length; i++) {
            sum += bell(i);
        }
        for (int i = 0; i < bell.length; i++) {
            bell[i] = (float) (bell(i) / sum);
        }
        Footage footage = Footage.of(resources.tools(), size, 1);
        MemorySegment picture = footage.pictures();
        return new Workload(ours(resources, footage, "filter", "blur", "radius", Integer.toString(RADIUS)),
                Traffic.copyOf(picture)).against("opencv", "sepFilter2D: three channels, 8 bits a weight",
                        Agreement.within(1), () -> OpenCvFilter.separable(picture, size, bell));
    }

    private static double bell(int i) {
        return Math.exp(-0.5 * Math.pow((i - RADIUS) * 3.0 / RADIUS, 2));
    }

    private static Implementation ours(RowResources resources, Footage footage, String... settings) {
        Slot slot = Slot.of(Effects.byId("convolution"));
        return ChainImplementation.ours(resources, footage, Preset.empty("convolution").plus(slot.withValues(
                slot.values().with(settings[0], settings[1]).with(settings[2], settings[3]))));
    }

    private static Workload bank(RowResources resources, FrameSize size) {
        Patches patches = patches(size);
        MemorySegment image = noise(patches.imageElements(), resources.arena());
        MemorySegment filters = noise((long) FILTERS * patches.patchElements(), resources.arena());
        MemorySegment out = resources.arena().allocate(patches.convolved(FILTERS).count() * Float.BYTES, Float.BYTES);
        FilterBank bank = new FilterBank(patches, filters, resources.tools().kernels().planes());
        long[] imageShape = {1, patches.channels(), size.height(), size.width()};
        long[] filtersShape = {FILTERS, patches.channels(), BANK_SIDE, BANK_SIDE};
        return new Workload(Implementation.of(out, () -> bank.apply(image, out)),
                new Traffic(image, image.byteSize(), out.byteSize())).against("opencv", "dnn: Winograd's products",
                        ConvolutionRows::almostEqual,
                        () -> new OpenCvNet(image, imageShape, filters, filtersShape, patches.pad()));
    }

    private static Workload im2col(RowResources resources, FrameSize size) {
        Patches patches = patches(size);
        MemorySegment image = noise(patches.imageElements(), resources.arena());
        MemorySegment out = resources.arena().allocate(patches.matrix().count() * Float.BYTES, Float.BYTES);
        Implementation ours = Implementation.of(out,
                () -> Im2col.lines(image, patches, ElementType.FLOAT32, 0, patches.outHeight(), out));
        return new Workload(ours, new Traffic(image, out.byteSize(), out.byteSize()))
                .against("c", Agreement.EXACT, () -> cIm2col(resources, image, patches))
                .against("numpy", Agreement.EXACT, () -> numPyIm2col(resources, image, patches));
    }

    private static Implementation cIm2col(RowResources resources, MemorySegment image, Patches patches)
            throws IOException {
        MethodHandle loop = resources.tools().compiler().function("im2col", "im2col", FunctionDescriptor.ofVoid(ADDRESS,
                JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
        MemorySegment out = resources.arena().allocate(patches.matrix().count() * Float.BYTES, Long.BYTES);
        return Implementation.of(out, () -> {
            loop.invokeExact(image, patches.channels(), patches.imageHeight(), patches.imageWidth(), patches.height(),
                    patches.width(), patches.pad(), out);
        });
    }

    private static Implementation numPyIm2col(RowResources resources, MemorySegment image, Patches patches)
            throws IOException {
        return resources.keep(resources.tools().python().work("numpy_peers", "im2col",
                resources.keep(
                        resources.tools().python().array("float32", image, patches.channels(), patches.imageHeight(),
                                patches.imageWidth())),
                patches.height(), patches.width(), patches.pad()));
    }

    private static Patches patches(FrameSize size) {
        return new Patches(Shape.of(1, 3, size.height(), size.width()), BANK_SIDE, BANK_SIDE, 1, 1);
    }

    private static MemorySegment noise(long count, Arena arena) {
        MemorySegment floats = arena.allocate(count * Float.BYTES, Long.BYTES);
        Random random = new Random(1);
        for (long i = 0; i < count; i++) {
            floats.setAtIndex(ValueLayout.JAVA_FLOAT, i, random.nextFloat() - 0.5f);
        }
        return floats;
    }

    /** Winograd's products are a hundred times less exact than plain ones. */
    private static boolean almostEqual(MemorySegment ours, MemorySegment theirs) {
        return ours.byteSize() == theirs.byteSize() && IntStream.range(0, (int) (ours.byteSize() / Float.BYTES))
                .allMatch(i -> Math.abs(ours.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i)
                        - theirs.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i)) < 1e-4f);
    }
}

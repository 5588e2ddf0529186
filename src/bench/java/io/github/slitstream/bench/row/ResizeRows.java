package io.github.slitstream.bench.row;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.Python.Array;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.media.OpenCvResizer;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code downsample/SIZE/DIVISOR}, from the size by averaging, and {@code upsample/METHOD/SIZE}, to the size from half
 * of it. Ours is OpenCV behind {@link Resizer}.
 */
final class ResizeRows {
    private static final int TWICE = 2;
    private static final FunctionDescriptor C_LOOP = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT,
            JAVA_INT);
    /** OpenCV's weights have few bits. */
    private static final Agreement ROUNDED = Agreement.within(1);

    private ResizeRows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (PictureSize size : List.of(PictureSize.HD, PictureSize.FULL_HD)) {
            for (int divisor : new int[]{2, 4}) {
                rows.add(new Row("downsample/" + size.name() + "/" + divisor,
                        resources -> down(resources, size.frame(), divisor),
                        resources -> down(resources, PictureSize.SMALL, divisor)));
            }
            for (Resampling method : List.of(Resampling.NEAREST, Resampling.LINEAR, Resampling.LANCZOS4)) {
                rows.add(new Row("upsample/" + method.name().toLowerCase(Locale.ROOT) + "/" + size.name(),
                        resources -> up(resources, size.frame(), method),
                        resources -> up(resources, PictureSize.SMALL, method)));
            }
        }
        return rows;
    }

    private static Workload down(RowResources resources, FrameSize size, int divisor) {
        Resizing resizing = new Resizing(resources, Noise.picture(size, resources.arena()), size.dividedBy(divisor),
                Resampling.AREA);
        return resizing.workload().against("c", ROUNDED, () -> resizing.c("shrink", resizing.to, divisor));
    }

    private static Workload up(RowResources resources, FrameSize size, Resampling method) {
        Resizing resizing = new Resizing(resources, Noise.picture(size.dividedBy(TWICE), resources.arena()), size,
                method);
        FrameSize from = resizing.from.size();
        return switch (method) {
            case NEAREST -> resizing.workload().against("c", ROUNDED, () -> resizing.c("repeat", from, TWICE));
            case LINEAR -> resizing.workload().against("c", ROUNDED, () -> resizing.c("enlarge", from, TWICE));
            default -> resizing.workload();
        };
    }

    /** One picture and the size that it is to have. */
    private record Resizing(RowResources resources, Frame from, FrameSize to, Resampling method) {
        Workload workload() {
            Frame out = Frame.allocate(to, resources.arena());
            Resizer resizer = new OpenCvResizer();
            return new Workload(Implementation.of(out.pixels(), () -> resizer.resize(from, out, method)),
                    new Traffic(from.pixels(), from.size().bytes(), to.bytes()))
                    .against("cv2", "the same library from Python", Agreement.EXACT, this::cv2);
        }

        private Implementation cv2() throws IOException {
            Array picture = resources
                    .keep(resources.tools().python().array("uint8", from.pixels(), from.size().height(),
                            from.size().width(), FrameSize.BYTES_PER_PIXEL));
            String name = method == Resampling.NEAREST ? "NEAREST_EXACT" : method.name();
            return resources
                    .keep(resources.tools().python().work("cv2_peers", "resize", picture, to.width(), to.height(),
                            name));
        }

        /** @param smaller the smaller one of the two sizes */
        Implementation c(String function, FrameSize smaller, int factor) throws IOException {
            MethodHandle loop = resources.tools().compiler().function("resize", function, C_LOOP);
            MemorySegment out = resources.memory(to.bytes());
            return Implementation.of(out, () -> {
                loop.invokeExact(from.pixels(), out, smaller.width(), smaller.height(), factor);
            });
        }
    }
}

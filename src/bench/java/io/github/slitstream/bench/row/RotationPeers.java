package io.github.slitstream.bench.row;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.peer.OpenCvTransform;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Who else can turn red and green, on the newest picture of a footage. */
record RotationPeers(RowResources resources, Footage footage, double cos, double sin) {
    private static final double MIDDLE = 127.5;
    private static final FunctionDescriptor C_LOOP = FunctionDescriptor.ofVoid(ADDRESS, JAVA_DOUBLE, JAVA_DOUBLE,
            ADDRESS, JAVA_LONG);

    RotationPeers(RowResources resources, Footage footage, double degrees) {
        this(resources, footage, Math.cos(Math.toRadians(degrees)), Math.sin(Math.toRadians(degrees)));
    }

    Implementation c() throws IOException {
        return c(footage.pictures());
    }

    /** Of another picture. */
    Implementation c(MemorySegment picture) throws IOException {
        MethodHandle loop = resources.tools().compiler().function("channel_rotation", "rotate", C_LOOP);
        MemorySegment out = resources.memory(picture.byteSize());
        long pixels = picture.byteSize() / FrameSize.BYTES_PER_PIXEL;
        return Implementation.of(out, () -> {
            loop.invokeExact(picture, cos, sin, out, pixels);
        });
    }

    Implementation openCv() {
        return new OpenCvTransform(footage.pictures(), footage.size(), matrix());
    }

    Implementation numba() throws IOException {
        return python("numba_peers");
    }

    Implementation numpy() throws IOException {
        return python("numpy_peers");
    }

    private Implementation python(String module) throws IOException {
        return resources
                .keep(resources.tools().python().work(module, "rotate", footage.newestInPython(resources), cos, sin));
    }

    /** Blue, green, red and a constant, in that order, to each of blue, green, red. */
    private double[] matrix() {
        return new double[]{1, 0, 0, 0, //
            0, cos, sin, MIDDLE - MIDDLE * (cos + sin), //
            0, -sin, cos, MIDDLE - MIDDLE * (cos - sin)};
    }
}

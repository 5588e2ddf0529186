package io.github.slitstream.bench.row;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_CHAR;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.peer.FFmpegBands;
import io.github.slitstream.bench.peer.RingHead;
import io.github.slitstream.bench.peer.OpenCvBlend;
import io.github.slitstream.bench.peer.Python.Array;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Who else can displace time, on one footage with one map. A map of rows is met by code for rows where there is any.
 */
record DisplacementPeers(RowResources resources, Footage footage, DelayTable delays, boolean nearest) {
    private static final FunctionDescriptor C_LOOP = FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS,
            ADDRESS, JAVA_INT, JAVA_INT);

    /** Whether a peer may blend or take whole rows. */
    boolean byRow() {
        return delays.areByRow();
    }

    Implementation c() throws IOException {
        boolean rows = byRow() && !nearest;
        String function = rows ? "blend_rows" : nearest ? "pick_pixels" : "blend_pixels";
        return c(function, rows ? delays.ofRows() : delays.ofPixels());
    }

    /** @param map delays as the function takes them */
    private Implementation c(String function, char[] map) throws IOException {
        MethodHandle loop = resources.tools().compiler().function("time_displacement", function, C_LOOP);
        MemorySegment memory = resources.arena().allocateFrom(JAVA_CHAR, map);
        MemorySegment out = resources.memory(size().bytes());
        RingHead head = new RingHead(footage.count());
        return Implementation.of(out, () -> {
            loop.invokeExact(footage.pictures(), footage.count(), head.next(), memory, out, size().width(),
                    size().height());
        });
    }

    Implementation numba() throws IOException {
        boolean rows = byRow() && !nearest;
        return python("numba_peers", rows ? "blend_rows" : nearest ? "pick" : "blend",
                rows ? delays.ofRows() : delays.ofPixels());
    }

    Implementation numpy() throws IOException {
        return python("numpy_peers", nearest ? "pick" : "blend", delays.ofPixels());
    }

    private Implementation python(String module, String function, char[] map) throws IOException {
        return resources.keep(resources.tools().python().work(module, function, footage.inPython(), mapInPython(map)));
    }

    /** The map of all pixels as a Python array. */
    Array pixelsInPython() throws IOException {
        return mapInPython(delays.ofPixels());
    }

    private Array mapInPython(char[] map) throws IOException {
        MemorySegment memory = resources.arena().allocateFrom(JAVA_CHAR, map);
        long[] shape = map.length == size().height()
                ? new long[]{size().height()}
                : new long[]{size().height(), size().width()};
        return resources.keep(resources.tools().python().array("uint16", memory, shape));
    }

    /** For a map of rows. */
    Implementation openCv() {
        return OpenCvBlend.rows(footage.pictures(), footage.count(), delays.ofRows(), size(),
                resources.memory(size().bytes()));
    }

    /** For a map of rows in whole frames. */
    Implementation ffmpeg() throws IOException {
        return resources.keep(new FFmpegBands(footage.pictures(), footage.count(), delays.ofRows(), size()));
    }

    private FrameSize size() {
        return footage.size();
    }
}

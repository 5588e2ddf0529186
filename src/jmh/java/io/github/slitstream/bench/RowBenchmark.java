package io.github.slitstream.bench;

import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.bench.row.Rows;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One implementation of one row under JMH, in a Java of its own: for profilers, and to see whether the bench itself
 * measures right.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@NullUnmarked // JMH sets the fields
public class RowBenchmark {
    /** Any row of the catalog. */
    @Param({"time-displacement/linear90/1080p/25", "time-displacement/radial/1080p/25", "channel-rotation/1080p"})
    private String row;

    /** {@code ours} or a peer of the row. */
    @Param({"ours", "scalar"})
    private String implementation;

    private Tools tools;
    private RowResources resources;
    private Implementation timed;

    @Setup
    public void prepare() throws IOException {
        tools = new Tools("cc", "python3");
        resources = new RowResources(tools);
        timed = Selection.of(Rows.ALL, List.of(row)).getFirst().setup().prepare(resources)
                .implementation(implementation);
    }

    @Benchmark
    public long once() throws IOException {
        return timed.nanos(1);
    }

    @TearDown
    public void close() {
        resources.close();
        tools.close();
    }
}

package io.github.slitstream.engine.flow;

import io.github.slitstream.frame.FlowFinder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What finding flow takes from outside.
 *
 * @param finders makes one for each thread; asked when there is flow to be found
 * @param quality how well it is found where time does not press
 * @param words hears in one line, once for each ring, why flow cannot be found
 * @param readiness of those who read along it; asked for each moment, on any thread
 */
public record FlowPorts(Supplier<FlowFinder> finders, FlowQuality quality, Consumer<String> words,
        Supplier<FlowReadiness> readiness) {
    /** Where nobody finds flow. */
    public static final FlowPorts NONE = new FlowPorts(() -> {
        throw new IllegalStateException("nobody is there to find it");
    }, FlowQuality.DRAFT, word -> {});

    /** For those who are ready from the beginning. */
    public FlowPorts(Supplier<FlowFinder> finders, FlowQuality quality, Consumer<String> words) {
        this(finders, quality, words, () -> FlowReadiness.READY);
    }
}

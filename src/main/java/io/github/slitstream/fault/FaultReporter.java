package io.github.slitstream.fault;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says a fault that comes again and again only once. One thread. */
public final class FaultReporter {
    private final String what;
    private final Consumer<String> listener;
    private @Nullable String told;

    /**
     * @param what goes wrong, such as {@code the picture cannot be made}
     * @param listener hears the line
     */
    public FaultReporter(String what, Consumer<String> listener) {
        this.what = what;
        this.listener = listener;
    }

    /** Says a fault, unless it is the one that was said last. */
    public void report(String fault) {
        if (!fault.equals(told)) {
            told = fault;
            listener.accept(what + ": " + fault);
        }
    }

    /** All is well: whatever comes next is news. */
    public void clear() {
        told = null;
    }
}

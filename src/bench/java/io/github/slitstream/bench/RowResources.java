package io.github.slitstream.bench;

import io.github.slitstream.frame.OffHeap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;

/** What one row is made with: the tools of the run, and what is closed with the row. */
public final class RowResources implements AutoCloseable {
    private final Tools tools;
    private final Arena arena = Arena.ofShared();
    private final Deque<AutoCloseable> kept = new ArrayDeque<>();

    public RowResources(Tools tools) {
        this.tools = tools;
    }

    public Tools tools() {
        return tools;
    }

    /** For memory of the row. */
    public Arena arena() {
        return arena;
    }

    /** Memory of the row such as the program keeps pictures in, so that nobody is slower for small pages. */
    public MemorySegment memory(long bytes) {
        return OffHeap.allocate(bytes, arena);
    }

    /** Has something closed when the row is done. */
    public <T extends AutoCloseable> T keep(T resource) {
        kept.push(resource);
        return resource;
    }

    @Override
    public void close() {
        kept.forEach(RowResources::close);
        arena.close();
    }

    static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

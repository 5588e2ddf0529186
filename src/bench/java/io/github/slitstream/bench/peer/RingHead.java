package io.github.slitstream.bench.peer;

/**
 * Where the newest of a fixed number of pictures lies: one place further back after each run, as if another had been
 * captured.
 */
public final class RingHead {
    private final int count;
    private int head;
    private boolean begun;

    public RingHead(int count) {
        this.count = count;
    }

    /** Moves on and returns the newest picture's slot; 0 the first time. */
    public int next() {
        if (begun) {
            head = head == 0 ? count - 1 : head - 1;
        }
        begun = true;
        return head;
    }

    /** The slot of an age; the oldest picture's for ages beyond it. */
    int slot(int age) {
        return (head + Math.min(age, count - 1)) % count;
    }
}

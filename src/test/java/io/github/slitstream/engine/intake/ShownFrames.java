package io.github.slitstream.engine.intake;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What came, and when. */
final class ShownFrames implements Capture.Receiver {
    final List<Integer> shown = new CopyOnWriteArrayList<>();
    final List<Long> times = new CopyOnWriteArrayList<>();
    final List<String> events = new CopyOnWriteArrayList<>();
    volatile boolean looping = true;

    void await(Predicate<List<Integer>> condition) {
        while (!condition.test(shown)) {
            sleep();
        }
    }

    void awaitEvent(String event) {
        while (!events.contains(event)) {
            sleep();
        }
    }

    /** The frame that came ten times one after the other. */
    int awaitStillness() {
        List<Integer> last = new ArrayList<>();
        while (last.size() < 10 || last.stream().distinct().count() > 1) {
            sleep();
            List<Integer> now = List.copyOf(shown);
            last = now.subList(Math.max(0, now.size() - 10), now.size());
        }
        return last.getFirst();
    }

    private static void sleep() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new AssertionError("waited in vain", e);
        }
    }

    @Override
    public void opened(Capture from, SourceInfo info, @Nullable SoundFormat sound) {
        events.add("opened");
    }

    @Override
    public void refused(Capture from, SourceRequest request, String reason) {
        events.add(reason);
    }

    @Override
    public void captured(Capture from, List<Frame> views, long workNanos) {
        shown.add((int) views.getFirst().pixels().get(ValueLayout.JAVA_BYTE, 0));
        times.add(views.getFirst().capturedNanos());
    }

    @Override
    public void heard(Capture from, SoundBlock sound) {}

    @Override
    public void soundBroken(Capture from) {}

    @Override
    public void idle(Capture from) {}

    @Override
    public void ended(Capture from, SourceInfo info) {
        events.add("ended");
    }

    @Override
    public void resumed(Capture from, SourceInfo info) {
        events.add("resumed");
    }

    @Override
    public void lost(Capture from, SourceInfo info, String reason) {
        events.add(reason);
    }

    @Override
    public void noted(Capture from, String line) {
        events.add(line);
    }

    @Override
    public boolean isFrozen() {
        return false;
    }

    @Override
    public boolean isLooping() {
        return looping;
    }
}

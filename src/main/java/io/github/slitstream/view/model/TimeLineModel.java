package io.github.slitstream.view.model;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.intake.Transport;
import io.github.slitstream.engine.intake.Transport.Section;
import io.github.slitstream.frame.SourceInfo;
import java.util.Optional;

/**
 * Where the file that plays is, and which section of it is repeated. A live source, a still and what does not say how
 * long it is have no time line.
 */
public final class TimeLineModel {
    /** A loop shorter than this cannot be grasped. */
    private static final long SHORTEST_LOOP_NANOS = 50_000_000L;
    private static final double LONGEST_SKIP_SECONDS = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Player player;

    public TimeLineModel(Player player) {
        this.player = player;
    }

    /** Whether there is a time line, of what plays now. */
    public boolean isThere() {
        return file().isPresent();
    }

    private Optional<SourceInfo> file() {
        SourceState state = player.source();
        return state instanceof SourceState.Lost
                ? Optional.empty()
                : StatusText.info(state).filter(TimeLineModel::hasTimeLine);
    }

    static boolean hasTimeLine(SourceInfo info) {
        return !info.live() && !info.isStill() && info.durationNanos() > 0;
    }

    /** Seconds from the beginning. */
    public double position() {
        return Math.min(lengthNanos(), transport().positionNanos()) / NANOS_PER_SECOND;
    }

    /** Seconds, as {@link Transport#lengthNanos}; 0 without a time line. */
    public double length() {
        return lengthNanos() / NANOS_PER_SECOND;
    }

    public boolean isPaused() {
        return isThere() && transport().isPaused();
    }

    /** Where the repeated section begins, in seconds: 0 where none is set. */
    public double loopBegin() {
        return Math.min(lengthNanos(), transport().section().beginNanos()) / NANOS_PER_SECOND;
    }

    /** Where it ends: the length where none is set. */
    public double loopEnd() {
        return Math.min(lengthNanos(), transport().section().endNanos()) / NANOS_PER_SECOND;
    }

    /** Whether a section is repeated. */
    public boolean isLoopSet() {
        return isThere() && !transport().section().equals(Section.ALL);
    }

    /** Position and length for people, such as {@code 00:12 / 03:45}. */
    public String clock() {
        return StatusText.clock(position()) + " / " + StatusText.clock(length());
    }

    /** What a screen reader says of it. */
    public String words() {
        String where = "Position " + StatusText.clock(position()) + " of " + StatusText.clock(length());
        String loop = isLoopSet()
                ? ", repeats " + StatusText.clock(loopBegin()) + " to " + StatusText.clock(loopEnd())
                : "";
        return where + (isPaused() ? ", paused" : "") + loop;
    }

    public void togglePause() {
        if (isThere()) {
            transport().setPaused(!transport().isPaused());
        }
    }

    /** Goes to a moment, or as near as the file has one. */
    public void seek(double seconds) {
        file().ifPresent(info -> transport().seek(within(seconds, info)));
    }

    /** Goes a few seconds on, or back if negative: of a short file a tenth each time. */
    public void skip(int times) {
        seek(position() + times * Math.min(LONGEST_SKIP_SECONDS, length() / 10));
    }

    /** Pauses and goes so many frames on, or back if negative. */
    public void step(int frames) {
        if (isThere()) {
            transport().step(frames);
        }
    }

    /** The repeated section begins here; an end before that is given up. */
    public void setLoopBegin(double seconds) {
        file().ifPresent(info -> {
            long begin = Math.min(within(seconds, info), lengthNanos(info) - SHORTEST_LOOP_NANOS);
            long end = transport().section().endNanos();
            set(Math.max(0, begin), end - begin < SHORTEST_LOOP_NANOS ? Long.MAX_VALUE : end);
        });
    }

    /** The repeated section ends here; a beginning after that is given up. */
    public void setLoopEnd(double seconds) {
        file().ifPresent(info -> {
            long end = Math.max(SHORTEST_LOOP_NANOS, within(seconds, info));
            long begin = transport().section().beginNanos();
            set(end - begin < SHORTEST_LOOP_NANOS ? 0 : begin, end >= lengthNanos(info) ? Long.MAX_VALUE : end);
        });
    }

    /** The file plays whole again. */
    public void clearLoop() {
        transport().setSection(Section.ALL);
    }

    private void set(long beginNanos, long endNanos) {
        transport().setSection(new Section(beginNanos, endNanos));
    }

    private Transport transport() {
        return player.transport();
    }

    private long lengthNanos() {
        return file().map(this::lengthNanos).orElse(0L);
    }

    private long lengthNanos(SourceInfo info) {
        return transport().lengthNanos(info.durationNanos());
    }

    private long within(double seconds, SourceInfo info) {
        return Math.clamp(Math.round(seconds * NANOS_PER_SECOND), 0, lengthNanos(info));
    }
}

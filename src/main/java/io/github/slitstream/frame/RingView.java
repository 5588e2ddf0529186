package io.github.slitstream.frame;

import org.jspecify.annotations.Nullable;

/** The past of a ring up to one of its moments. */
final class RingView implements FrameHistory {
    private final FrameRing ring;
    private final RingFrames frames;
    private final @Nullable RingFlows flows;
    private final FrameSequence moments;
    private final FrameSequence ofNow;
    private long end;

    /** @param flows null where none are kept */
    RingView(FrameRing ring, RingFrames frames, @Nullable RingFlows flows) {
        this.ring = ring;
        this.frames = frames;
        this.flows = flows;
        boolean packed = frames.packing() != null;
        this.moments = new FrameSequence(ring.capacity(), packed);
        this.ofNow = new FrameSequence(ring.views(), packed);
    }

    /** @param newEnd one more than the number of the newest moment */
    void moveTo(long newEnd) {
        end = newEnd;
        moments.locate(frames.memory(), (int) Math.min(end, ring.capacity()));
        for (int age = 0; age <= ring.capacity(); age++) {
            moments.place(age, frames.start(sequenceOf(age), 0));
        }
        if (flows != null) {
            placeFlows(flows);
        }
        ofNow.locate(frames.memory(), ring.views());
        for (int v = 0; v <= ring.views(); v++) {
            ofNow.place(v, frames.start(end - 1, Math.min(v, ring.views() - 1)));
        }
    }

    /** Behind the oldest frame there is none to which flow could lead. */
    private void placeFlows(RingFlows kept) {
        FrameFlows placed = moments.flows();
        placed.locate(kept.memory());
        int oldest = moments.length() - 1;
        for (int age = 0; age <= ring.capacity(); age++) {
            placed.place(age, age < oldest ? kept.start(sequenceOf(age)) : FrameFlows.NONE);
        }
    }

    @Override
    public boolean isLive() {
        return ring.isLive();
    }

    @Override
    public FrameSize size() {
        return ring.size();
    }

    @Override
    public FrameSequence moments() {
        return moments;
    }

    @Override
    public FrameSequence views() {
        return ofNow;
    }

    @Override
    public Frame now() {
        return frames.frame(end - 1, 0);
    }

    @Override
    public long capturedNanos(int age) {
        return frames.capturedNanos(sequenceOf(age));
    }

    private long sequenceOf(int age) {
        return end - 1 - Math.min(age, moments.length() - 1);
    }
}

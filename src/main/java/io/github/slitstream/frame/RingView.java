package io.github.slitstream.frame;

import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/** The past of a ring up to one of its moments, and what came after now. */
final class RingView implements FrameHistory {
    private final FrameRing ring;
    private final RingFrames frames;
    private final RingFlows flows;
    private final FrameSequence around;
    /** Of a now that lies behind the newest frame. */
    private final FrameSequence past;
    private final FrameSequence ofNow;
    /** What is now, made of its packed form, where it came too long ago for another to be kept. */
    private @Nullable Frame unpacked;
    private long end;
    private int ahead;

    RingView(FrameRing ring, RingFrames frames, RingFlows flows) {
        this.ring = ring;
        this.frames = frames;
        this.flows = flows;
        boolean packed = frames.packing() != null;
        this.around = new FrameSequence(ring.capacity(), packed);
        this.past = new FrameSequence(ring.capacity(), packed);
        this.ofNow = new FrameSequence(ring.views(), packed);
    }

    /**
     * @param newEnd one more than the number of the newest moment
     * @param wantedAhead moments from now to the newest, as far as there are so many
     */
    void moveTo(long newEnd, int wantedAhead) {
        end = newEnd;
        int most = Math.min(wantedAhead, ring.capacity() - 1);
        ahead = Math.min(most, kept() - 1);
        place(around, 0, ring.capacity());
        if (ahead > 0) {
            place(past, ahead, ring.capacity() - most);
            unpackNow();
        }
        placeViews(end - 1 - ahead);
    }

    /** @param first place of the newest among all frames */
    private void place(FrameSequence sequence, int first, int most) {
        sequence.locate(frames.memory(), kept() - first, most);
        for (int place = 0; place <= ring.capacity(); place++) {
            sequence.place(place, frames.start(sequenceAt(first + place), 0));
        }
        if (flows.axis() == FlowAxis.MOMENTS) {
            placeFlows(sequence.flows(), first);
        }
    }

    private void placeViews(long moment) {
        ofNow.locate(frames.memory(), ring.views(), ring.views());
        for (int v = 0; v <= ring.views(); v++) {
            ofNow.place(v, frames.start(moment, Math.min(v, ring.views() - 1)));
        }
        if (flows.axis() == FlowAxis.VIEWS) {
            ofNow.flows().locate(flows.memory());
            for (int v = 0; v <= ring.views(); v++) {
                ofNow.flows().place(v, flows.start(moment, v));
            }
        }
    }

    /** Behind the oldest frame there is none to which flow could lead. */
    private void placeFlows(FrameFlows placed, int first) {
        placed.locate(flows.memory());
        int oldest = kept() - 1;
        for (int place = 0; place <= ring.capacity(); place++) {
            placed.place(place,
                    first + place < oldest ? flows.start(sequenceAt(first + place), 0) : FrameFlows.NONE);
        }
    }

    private void unpackNow() {
        FramePacking packing = frames.packing();
        if (packing == null) {
            return;
        }
        Frame now = unpacked == null ? Frame.allocate(ring.size(), Arena.ofAuto()) : unpacked;
        unpacked = now;
        packing.unpack(frames.memory(), frames.start(end - 1 - ahead, 0), now);
        now.stamp(capturedNanos(0));
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
        return ahead == 0 ? around : past;
    }

    @Override
    public FrameSequence around() {
        return around;
    }

    @Override
    public int ahead() {
        return ahead;
    }

    @Override
    public FrameSequence views() {
        return ofNow;
    }

    @Override
    public Frame now() {
        Frame own = unpacked;
        return own == null || ahead == 0 ? frames.frame(end - 1 - ahead, 0) : own;
    }

    @Override
    public long capturedNanos(int age) {
        return frames.capturedNanos(sequenceAt(ahead + age));
    }

    private int kept() {
        return (int) Math.min(end, ring.capacity());
    }

    /** @param place counted from the newest frame; beyond the oldest it stands in */
    private long sequenceAt(int place) {
        return end - 1 - Math.clamp(place, 0, kept() - 1);
    }
}

package io.github.slitstream.preset;

import java.util.List;

/**
 * By how many frames the pictures of a preset stay behind what comes in, so that effects can show what will happen. Any
 * thread; what tells numbers allocates nothing.
 */
public final class Ahead {
    private Ahead() {}

    /** Of one slot, as far as the ring reaches; 0 while it is off. */
    public static int frames(Slot slot, Preset preset) {
        if (!slot.enabled()) {
            return 0;
        }
        int asked = slot.type().offers().ahead().frames().applyAsInt(slot.values());
        return Math.min(asked, preset.ring().get(RingSettings.LENGTH) - 1);
    }

    /** Of the whole chain: what looks ahead one behind another adds up. */
    public static int frames(Preset preset) {
        List<Slot> chain = preset.chain();
        int sum = 0;
        for (int i = 0; i < chain.size(); i++) {
            sum += frames(chain.get(i), preset);
        }
        return sum;
    }

    /** Of the effect that looks at the frames as they come in: the first that is on. */
    public static int ofInput(Preset preset) {
        List<Slot> chain = preset.chain();
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).enabled()) {
                return frames(chain.get(i), preset);
            }
        }
        return 0;
    }

    /** The preset with effects that stay as far behind as they need to, as far as the ring reaches. */
    public static Preset enough(Preset preset) {
        return preset.withChain(preset.chain().stream()
                .map(slot -> slot.withValues(slot.type().offers().ahead().enough().apply(slot.values()))).toList());
    }
}

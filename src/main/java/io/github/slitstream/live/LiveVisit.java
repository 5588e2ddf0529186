package io.github.slitstream.live;

import java.util.List;

/**
 * What was measured while one scene played.
 *
 * @param scene its name
 * @param effectsMillis median time of the chain in each window of {@link LiveSwitching#WINDOW_SECONDS} from the switch
 *     on; infinite where no picture was made
 * @param bytesPerFrame allocated on the heap by the capture and the render thread in the later half
 */
record LiveVisit(String scene, List<Double> effectsMillis, double bytesPerFrame) {

    /** The median time once the switch is past: the least of the later half. */
    double steadyMillis() {
        return settled().stream().mapToDouble(Double::doubleValue).min().orElse(Double.POSITIVE_INFINITY);
    }

    private List<Double> settled() {
        return effectsMillis.subList(effectsMillis.size() / 2, effectsMillis.size());
    }

    /** How many windows in a row were above a limit, at most. */
    int longestAbove(double millis) {
        int longest = 0;
        int now = 0;
        for (double window : effectsMillis) {
            now = window > millis ? now + 1 : 0;
            longest = Math.max(longest, now);
        }
        return longest;
    }
}

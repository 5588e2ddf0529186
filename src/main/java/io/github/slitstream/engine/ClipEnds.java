package io.github.slitstream.engine;

import io.github.slitstream.param.NamedConstant;

/**
 * What lies before the first moment of a clip and behind its last. A place counts moments from the first on: those
 * within the clip are 0 … n − 1.
 */
public enum ClipEnds implements NamedConstant {
    /** The first and the last moment stand still. */
    HOLD {
        @Override
        int moment(long place, int moments) {
            return Math.clamp(place, 0, moments - 1);
        }

        @Override
        long nanos(long place, long[] times, long interval, long endNanos) {
            int moment = moment(place, times.length);
            return times[moment] + (place - moment) * interval;
        }
    },
    /** Time runs back from there, and on again from the other end. */
    MIRROR {
        @Override
        int moment(long place, int moments) {
            int turn = Math.max(1, 2 * (moments - 1));
            int within = Math.floorMod(place, turn);
            return Math.min(within, turn - within) % moments;
        }

        @Override
        long nanos(long place, long[] times, long interval, long endNanos) {
            int last = times.length - 1;
            if (last == 0) {
                return times[0] + place * interval;
            }
            long turns = Math.floorDiv(place, 2L * last);
            long within = place - turns * 2 * last;
            long since = within <= last
                    ? times[(int) within] - times[0]
                    : 2 * (times[last] - times[0]) - (times[moment(place, times.length)] - times[0]);
            return times[0] + turns * 2 * (times[last] - times[0]) + since;
        }
    },
    /** The clip comes again and again. */
    WRAP {
        @Override
        int moment(long place, int moments) {
            return Math.floorMod(place, moments);
        }

        @Override
        long nanos(long place, long[] times, long interval, long endNanos) {
            long laps = Math.floorDiv(place, times.length);
            return times[moment(place, times.length)] + laps * (endNanos - times[0]);
        }
    };

    /** Which moment of a clip stands at a place. */
    abstract int moment(long place, int moments);

    /**
     * When what stands at a place is seen.
     *
     * @param times of the clip's moments, at least one
     * @param interval from one moment to the next, where the clip does not say
     * @param endNanos when the last moment is over
     */
    abstract long nanos(long place, long[] times, long interval, long endNanos);
}

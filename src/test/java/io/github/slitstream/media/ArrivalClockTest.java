package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrivalClockTest {
    private static final SoundFormat MONO = new SoundFormat(1, 48_000);
    private static final int BLOCK = 960;

    private final ArrivalClock clock = new ArrivalClock();

    /** Ten minutes of blocks that come up to 30 ms late by chance, from a clock that goes wrong. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 200e-6, -200e-6})
    void blocksAreWhereTheyWereHeardThoughTheyArriveByChance(double drift) {
        Random chance = new Random(3);
        for (int number = 0; number < 30_000; number++) {
            double heard = 7e12 + number * 20e6 * (1 + drift);
            long arrived = Math.round(heard + 20e6 + chance.nextDouble() * 30e6);
            long moment = clock.moment(block(number * 20_000_000L), arrived);
            if (number > 100) {
                assertTrue(Math.abs(heard - moment) < 15e6, "block " + number);
            }
        }
    }

    @Test
    void aSenderThatBeginsAnewIsFollowedAtOnce() {
        assertEquals(80_000_000, clock.moment(block(50_000_000_000L), 100_000_000));
        assertEquals(5_000_000_000L, clock.moment(block(0), 5_020_000_000L));
    }

    private static SoundBlock block(long nanos) {
        return new SoundBlock(new float[BLOCK], MONO, nanos);
    }
}

/**
 * Whether the program is as fast at every start: it is started again and again, each start times our implementation of
 * the rows in another order, and the spread of each row is worked out. Receives names of rows, hands on spreads. The
 * rows are timed in the starts, by {@link io.github.slitstream.bench.OwnTime}; this side knows them by name only.
 */
@NullMarked
package io.github.slitstream.bench.stability;

import org.jspecify.annotations.NullMarked;

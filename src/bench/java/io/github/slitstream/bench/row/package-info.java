/**
 * The rows of the bench, one file for each kind of work, and {@link io.github.slitstream.bench.row.Rows}, their
 * catalog. Our implementation of a row goes through the interfaces that the program itself uses.
 */
@NullMarked
package io.github.slitstream.bench.row;

import org.jspecify.annotations.NullMarked;

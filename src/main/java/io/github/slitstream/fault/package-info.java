/**
 * What becomes of something thrown, for every thread of the program: it is caught at the thread's root, said in one
 * line, and what the thread owned is closed. No other package starts a thread. Knows only {@code param}, whose refusals
 * are lines already.
 */
@NullMarked
package io.github.slitstream.fault;

import org.jspecify.annotations.NullMarked;

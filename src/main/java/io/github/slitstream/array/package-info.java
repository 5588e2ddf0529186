/**
 * Arrays of numbers as NumPy keeps them: {@code .npy} files in and out, of any size, off the heap. Receives and hands
 * on elements in C order (the last index runs fastest). May know {@code file}.
 */
@NullMarked
package io.github.slitstream.array;

import org.jspecify.annotations.NullMarked;

/* Fundamental matrices of all ordered pairs in the Laplace form, as a plain loop. */
#include <stdint.h>

/* minors: camera, row pair, 6; complements: likewise, signed and in reverse; out: first camera, second camera, 3, 3. */
void laplace(const double *minors, const double *complements, int64_t cameras, double *out) {
#pragma omp parallel for
    for (int64_t a = 0; a < cameras; a++) {
        for (int64_t b = 0; b < cameras; b++) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    const double *own = minors + (a * 3 + j) * 6, *other = complements + (b * 3 + i) * 6;
                    double sum = 0;
                    for (int q = 0; q < 6; q++) {
                        sum += own[q] * other[q];
                    }
                    out[((a * cameras + b) * 3 + i) * 3 + j] = sum;
                }
            }
        }
    }
}

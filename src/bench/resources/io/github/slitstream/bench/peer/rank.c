/* Rank of 2x2 blocks against a threshold, as plain loops over the formulas. */
#include <stdint.h>

static inline double trace(const double *b) { return b[0] * b[0] + b[1] * b[1] + b[2] * b[2] + b[3] * b[3]; }

static inline double determinant(const double *b) { return b[0] * b[3] - b[1] * b[2]; }

void soft(const double *blocks, double epsilon, double *out, int64_t count) {
    double e = epsilon * epsilon;
#pragma omp parallel for
    for (int64_t i = 0; i < count; i++) {
        double t = trace(blocks + 4 * i) * e, d = determinant(blocks + 4 * i);
        out[i] = (t + 2 * d * d) / (d * d + t + e * e);
    }
}

void gradient(const double *blocks, double epsilon, double *out, int64_t count) {
    double e = epsilon * epsilon;
#pragma omp parallel for
    for (int64_t i = 0; i < count; i++) {
        const double *b = blocks + 4 * i;
        double *o = out + 4 * i;
        double t = trace(b) * e, d = determinant(b);
        double share = 1 / (d * d + t + e * e);
        double own = 2 * e * (e * e - d * d) * share * share, cofactors = 2 * (t + 2 * e * e) * d * share * share;
        o[0] = own * b[0] + cofactors * b[3];
        o[1] = own * b[1] - cofactors * b[2];
        o[2] = own * b[2] - cofactors * b[1];
        o[3] = own * b[3] + cofactors * b[0];
    }
}

void hard(const double *blocks, double epsilon, int8_t *out, int64_t count) {
    double e = epsilon * epsilon;
#pragma omp parallel for
    for (int64_t i = 0; i < count; i++) {
        double t = trace(blocks + 4 * i) * e, d = determinant(blocks + 4 * i);
        out[i] = d * d - t + e * e < 0 ? 1 : t > 2 * e * e ? 2 : 0;
    }
}

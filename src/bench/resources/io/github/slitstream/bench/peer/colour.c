/* A linear mix of the colours of a picture as a plain loop, rounded and clamped. */
#include <stdint.h>

static uint8_t rounded(float value) {
    return value < 0 ? 0 : value > 254.5f ? 255 : (uint8_t)(value + 0.5f);
}

/* The matrix has a row of blue, green, red, constant for each of blue, green, red. */
void mix(const uint8_t *restrict in, const float *restrict matrix, uint8_t *restrict out, int64_t pixels) {
#pragma omp parallel for
    for (int64_t i = 0; i < pixels; i++) {
        float blue = in[4 * i], green = in[4 * i + 1], red = in[4 * i + 2];
        for (int c = 0; c < 3; c++) {
            const float *m = matrix + 4 * c;
            out[4 * i + c] = rounded(m[0] * blue + m[1] * green + m[2] * red + m[3]);
        }
        out[4 * i + 3] = in[4 * i + 3];
    }
}

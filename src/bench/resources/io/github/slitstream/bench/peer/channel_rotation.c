/* Channel rotation as a plain loop, floored and clamped. */
#include <math.h>
#include <stdint.h>

static uint8_t clamped(double value) {
    double whole = floor(value);
    return whole < 0 ? 0 : whole > 255 ? 255 : (uint8_t)whole;
}

/* Rotates red and green around 127.5; pixels are blue, green, red, alpha. */
void rotate(const uint8_t *in, double cosine, double sine, uint8_t *out, int64_t pixels) {
#pragma omp parallel for
    for (int64_t i = 0; i < pixels; i++) {
        double x = in[4 * i + 2] - 127.5, y = in[4 * i + 1] - 127.5;
        out[4 * i] = in[4 * i];
        out[4 * i + 1] = clamped(x * sine + y * cosine + 127.5);
        out[4 * i + 2] = clamped(x * cosine - y * sine + 127.5);
        out[4 * i + 3] = in[4 * i + 3];
    }
}

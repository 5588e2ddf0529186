/* Time displacement as a plain loop. A delay has eight bits behind the point; `head` is the slot of the newest frame, older ones follow. */
#include <stdint.h>

static const uint8_t *frame(const uint8_t *frames, int64_t bytes, int count, int head, int age) {
    int slot = head + age;
    return frames + (slot < count ? slot : slot - count) * bytes;
}

static int older(int age, int count) {
    return age + 1 < count ? age + 1 : age;
}

/* One delay per pixel. */
void blend_pixels(const uint8_t *frames, int count, int head, const uint16_t *delays, uint8_t *out, int width, int height) {
    int64_t bytes = (int64_t)width * height * 4;
#pragma omp parallel for
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            int64_t pixel = (int64_t)y * width + x;
            int age = delays[pixel] >> 8, weight = delays[pixel] & 255;
            const uint8_t *a = frame(frames, bytes, count, head, age) + pixel * 4;
            const uint8_t *b = frame(frames, bytes, count, head, older(age, count)) + pixel * 4;
            for (int c = 0; c < 4; c++) {
                out[pixel * 4 + c] = (a[c] * (256 - weight) + b[c] * weight + 128) >> 8;
            }
        }
    }
}

/* One delay per row. */
void blend_rows(const uint8_t *frames, int count, int head, const uint16_t *delays, uint8_t *out, int width, int height) {
    int64_t bytes = (int64_t)width * height * 4;
#pragma omp parallel for
    for (int y = 0; y < height; y++) {
        int64_t start = (int64_t)y * width * 4;
        int age = delays[y] >> 8;
        uint16_t weight = delays[y] & 255;
        const uint8_t *restrict a = frame(frames, bytes, count, head, age) + start;
        const uint8_t *restrict b = frame(frames, bytes, count, head, older(age, count)) + start;
        uint8_t *restrict row = out + start;
        for (int i = 0; i < width * 4; i++) {
            row[i] = (uint16_t)(a[i] * (256 - weight) + b[i] * weight + 128) >> 8;
        }
    }
}

/* One delay in whole frames per pixel. */
void pick_pixels(const uint32_t *frames, int count, int head, const uint16_t *delays, uint32_t *out, int width, int height) {
    int64_t pixels = (int64_t)width * height;
#pragma omp parallel for
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            int64_t pixel = (int64_t)y * width + x;
            int slot = head + (delays[pixel] >> 8);
            out[pixel] = frames[(slot < count ? slot : slot - count) * pixels + pixel];
        }
    }
}

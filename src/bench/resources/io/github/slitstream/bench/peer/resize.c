/* Resizing by whole numbers as plain loops. */
#include <stdint.h>

/* The mean of blocks of side × side pixels; width and height are those of the output. */
void shrink(const uint8_t *restrict in, uint8_t *restrict out, int width, int height, int side) {
    int64_t stride = (int64_t)width * side * 4;
    int area = side * side;
#pragma omp parallel for
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            const uint8_t *block = in + y * side * stride + (int64_t)x * side * 4;
            for (int c = 0; c < 4; c++) {
                int sum = area / 2;
                for (int i = 0; i < side; i++) {
                    for (int j = 0; j < side; j++) {
                        sum += block[i * stride + j * 4 + c];
                    }
                }
                out[((int64_t)y * width + x) * 4 + c] = sum / area;
            }
        }
    }
}

/* Each pixel becomes side × side pixels; width and height are those of the input. */
void repeat(const uint32_t *restrict in, uint32_t *restrict out, int width, int height, int side) {
#pragma omp parallel for
    for (int y = 0; y < height * side; y++) {
        for (int x = 0; x < width * side; x++) {
            out[(int64_t)y * width * side + x] = in[(int64_t)(y / side) * width + x / side];
        }
    }
}

static int inside(int place, int length) {
    return place < 0 ? 0 : place < length ? place : length - 1;
}

/* Blends the four nearest pixels, centres on centres; width and height are those of the input. */
void enlarge(const uint8_t *restrict in, uint8_t *restrict out, int width, int height, int side) {
#pragma omp parallel for
    for (int y = 0; y < height * side; y++) {
        float down = (y + 0.5f) / side + 0.5f;
        int top = inside((int)down - 1, height), bottom = inside((int)down, height);
        down -= (int)down;
        for (int x = 0; x < width * side; x++) {
            float across = (x + 0.5f) / side + 0.5f;
            int left = inside((int)across - 1, width), right = inside((int)across, width);
            across -= (int)across;
            for (int c = 0; c < 4; c++) {
                float above = in[((int64_t)top * width + left) * 4 + c] * (1 - across)
                        + in[((int64_t)top * width + right) * 4 + c] * across;
                float below = in[((int64_t)bottom * width + left) * 4 + c] * (1 - across)
                        + in[((int64_t)bottom * width + right) * 4 + c] * across;
                out[((int64_t)y * width * side + x) * 4 + c] = above * (1 - down) + below * down + 0.5f;
            }
        }
    }
}

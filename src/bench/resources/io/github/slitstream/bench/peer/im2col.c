/* Patches of one image as rows of a matrix, in plain loops over its rows, for Slitstream's bench. */

void im2col(const float *image, int channels, int height, int width, int fh, int fw, int pad, float *matrix) {
    int out_h = height + 2 * pad - fh + 1;
    int out_w = width + 2 * pad - fw + 1;
#pragma omp parallel for
    for (int out_y = 0; out_y < out_h; out_y++) {
        float *next = matrix + (long) out_y * out_w * channels * fh * fw;
        for (int out_x = 0; out_x < out_w; out_x++) {
            for (int c = 0; c < channels; c++) {
                for (int fy = 0; fy < fh; fy++) {
                    int y = out_y + fy - pad;
                    for (int fx = 0; fx < fw; fx++) {
                        int x = out_x + fx - pad;
                        int inside = y >= 0 && y < height && x >= 0 && x < width;
                        *next++ = inside ? image[((long) c * height + y) * width + x] : 0;
                    }
                }
            }
        }
    }
}

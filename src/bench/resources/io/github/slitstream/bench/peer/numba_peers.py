"""Loops compiled by numba, on all processors. Pictures are blue, green, red, alpha; a delay has eight bits behind the point."""
import numpy as np
from numba import njit, prange, uint16


@njit(parallel=True)
def blended_pixels(frames, head, delays, out):
    count, height, width, channels = frames.shape
    for y in prange(height):
        for x in range(width):
            age = delays[y, x] >> 8
            weight = uint16(delays[y, x] & 255)
            a = (head + age) % count
            b = (head + min(age + 1, count - 1)) % count
            for c in range(channels):
                out[y, x, c] = (frames[a, y, x, c] * (256 - weight) + frames[b, y, x, c] * weight + 128) >> 8


@njit(parallel=True)
def blended_rows(frames, head, delays, out):
    count, height, row = frames.shape
    for y in prange(height):
        age = delays[y] >> 8
        weight = uint16(delays[y] & 255)
        rest = uint16(256 - weight)
        a = frames[(head + age) % count, y]
        b = frames[(head + min(age + 1, count - 1)) % count, y]
        o = out[y]
        for i in range(row):
            o[i] = uint16(uint16(a[i] * rest) + uint16(b[i] * weight) + uint16(128)) >> uint16(8)


@njit(parallel=True)
def picked_pixels(frames, head, delays, out):
    count, height, width = frames.shape
    for y in prange(height):
        for x in range(width):
            out[y, x] = frames[(head + (delays[y, x] >> 8)) % count, y, x]


@njit(parallel=True)
def rotated(picture, cosine, sine, out):
    height, width, _ = picture.shape
    for y in prange(height):
        for x in range(width):
            red = picture[y, x, 2] - 127.5
            green = picture[y, x, 1] - 127.5
            out[y, x, 0] = picture[y, x, 0]
            out[y, x, 1] = min(max(np.floor(red * sine + green * cosine + 127.5), 0.0), 255.0)
            out[y, x, 2] = min(max(np.floor(red * cosine - green * sine + 127.5), 0.0), 255.0)
            out[y, x, 3] = picture[y, x, 3]


def newest(count):
    """Slots of the newest picture, run by run."""
    head = 0
    while True:
        yield head
        head = (head - 1) % count


def blend(frames, delays):
    out = np.empty(frames.shape[1:], np.uint8)
    heads = newest(len(frames))
    return lambda: blended_pixels(frames, next(heads), delays, out), out


def blend_rows(frames, delays):
    flat = frames.reshape(frames.shape[0], frames.shape[1], -1)
    out = np.empty(flat.shape[1:], np.uint8)
    heads = newest(len(frames))
    return lambda: blended_rows(flat, next(heads), delays, out), out


def pick(frames, delays):
    pixels = frames.view(np.uint32)[..., 0]
    out = np.empty(pixels.shape[1:], np.uint32)
    heads = newest(len(frames))
    return lambda: picked_pixels(pixels, next(heads), delays, out), out


def rotate(picture, cosine, sine):
    out = np.empty_like(picture)
    return lambda: rotated(picture, cosine, sine, out), out


def blend_and_rotate(frames, delays, cosine, sine):
    between = np.empty(frames.shape[1:], np.uint8)
    out = np.empty_like(between)
    heads = newest(len(frames))

    def run():
        blended_pixels(frames, next(heads), delays, between)
        rotated(between, cosine, sine, out)

    return run, out


@njit(parallel=True)
def ranked(blocks, epsilon, out):
    for i in prange(len(blocks)):
        p, q, r, s = blocks[i, 0, 0], blocks[i, 0, 1], blocks[i, 1, 0], blocks[i, 1, 1]
        first = (np.sqrt((p + s) ** 2 + (r - q) ** 2) + np.sqrt((p - s) ** 2 + (r + q) ** 2)) / 2
        second = abs(p * s - q * r) / first if first > 0 else 0.0
        out[i] = (first >= epsilon) + (second >= epsilon)


@njit(parallel=True)
def softly_ranked(blocks, epsilon, out):
    e = epsilon * epsilon
    for i in prange(len(blocks)):
        p, q, r, s = blocks[i, 0, 0], blocks[i, 0, 1], blocks[i, 1, 0], blocks[i, 1, 1]
        t = (p * p + q * q + r * r + s * s) * e
        d = (p * s - q * r) ** 2
        out[i] = (t + 2 * d) / (d + t + e * e)


def hard_rank(blocks, epsilon):
    out = np.empty(len(blocks), np.int8)
    return lambda: ranked(blocks, epsilon, out), out


def soft_rank(blocks, epsilon):
    out = np.empty(len(blocks))
    return lambda: softly_ranked(blocks, epsilon, out), out


@njit(parallel=True, fastmath=True)
def multiplied(minors, complements, out):
    for a in prange(len(minors)):
        for b in range(len(minors)):
            for i in range(3):
                for j in range(3):
                    total = 0.0
                    for k in range(6):
                        total += complements[b, i, k] * minors[a, j, k]
                    out[a, b, i, j] = total


def fundamental(minors, complements):
    """Of all ordered pairs in the Laplace form, from six minors of each camera and row pair."""
    out = np.empty((len(minors), len(minors), 3, 3))
    return lambda: multiplied(minors, complements, out), out

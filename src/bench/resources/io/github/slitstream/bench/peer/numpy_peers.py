"""Array arithmetic in NumPy. Pictures are blue, green, red, alpha; a delay has eight bits behind the point."""
import itertools

import numpy as np


class History:
    """Frames whose newest lies one slot further back after each run, and where in them each pixel of an age lies."""

    def __init__(self, frames, delays):
        self.count = len(frames)
        self.frames = frames.reshape(-1, frames.shape[-1])
        self.ages = (delays >> 8).ravel().astype(np.intp)
        self.older = np.minimum(self.ages + 1, self.count - 1)
        self.places = np.arange(delays.size)
        self.heads = itertools.cycle(range(self.count, 0, -1))

    def take(self, ages, head):
        return self.frames.take((ages + head) % self.count * self.places.size + self.places, axis=0)


def blend(frames, delays):
    history = History(frames, delays)
    weights = (delays & 255).reshape(-1, 1)
    out = np.empty((delays.size, frames.shape[-1]), np.uint8)

    def run():
        head = next(history.heads)
        sums = history.take(history.ages, head) * (256 - weights)
        sums += history.take(history.older, head) * weights
        sums += 128
        out[:] = sums >> 8

    return run, out


def pick(frames, delays):
    history = History(frames, delays)
    out = np.empty((delays.size, frames.shape[-1]), np.uint8)

    def run():
        out[:] = history.take(history.ages, next(history.heads))

    return run, out


def rotate(picture, cosine, sine):
    out = picture.copy()

    def run():
        red = picture[:, :, 2] - 127.5
        green = picture[:, :, 1] - 127.5
        out[:, :, 1] = np.clip(np.floor(red * sine + green * cosine + 127.5), 0, 255)
        out[:, :, 2] = np.clip(np.floor(red * cosine - green * sine + 127.5), 0, 255)

    return run, out


def shift(frames, picture):
    """A buffer in which every frame moves up when a new one comes."""
    frames = frames.copy()

    def run():
        for age in reversed(range(1, len(frames))):
            frames[age] = frames[age - 1]
        frames[0] = picture

    return run, frames[0]


def hard_rank(blocks, epsilon):
    out = np.empty(len(blocks), np.int8)

    def run():
        out[:] = (np.linalg.svd(blocks, compute_uv=False) >= epsilon).sum(-1)

    return run, out


def soft_rank(blocks, epsilon):
    out = np.empty(len(blocks))
    e = epsilon * epsilon

    def run():
        t = np.einsum("nij,nij->n", blocks, blocks) * e
        d = (blocks[:, 0, 0] * blocks[:, 1, 1] - blocks[:, 0, 1] * blocks[:, 1, 0]) ** 2
        out[:] = (t + 2 * d) / (d + t + e * e)

    return run, out


def im2col(image, height, width, pad):
    """Patches of an image, one row each."""
    height, width, pad = int(height), int(width), int(pad)
    padded = np.pad(image, ((0, 0), (pad, pad), (pad, pad)))
    inner = padded[:, pad:pad + image.shape[1], pad:pad + image.shape[2]]
    patches = np.lib.stride_tricks.sliding_window_view(padded, (height, width), (1, 2)).transpose(1, 2, 0, 3, 4)
    out = np.empty(patches.shape, image.dtype)

    def run():
        inner[:] = image
        out[:] = patches

    return run, out

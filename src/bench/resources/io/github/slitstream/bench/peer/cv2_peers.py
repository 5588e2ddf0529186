"""OpenCV as Python programs use it."""
import cv2
import numpy as np


def resize(picture, width, height, method):
    """The method by its name in cv2, without INTER_."""
    size = int(width), int(height)
    interpolation = getattr(cv2, "INTER_" + method)
    out = np.empty((size[1], size[0], picture.shape[2]), np.uint8)
    return lambda: cv2.resize(picture, size, out, interpolation=interpolation), out


def warp(picture, matrix, method):
    """Read through a matrix, "a b c; d e f; g h i"; the method by its name in cv2, without INTER_."""
    matrix = np.array([row.split() for row in matrix.split(";")], float)
    size = picture.shape[1], picture.shape[0]
    flags = getattr(cv2, "INTER_" + method) | cv2.WARP_INVERSE_MAP
    out = np.empty_like(picture)
    return lambda: cv2.warpPerspective(picture, matrix, size, out, flags, cv2.BORDER_REPLICATE), out


def structure(picture, radius, epsilon):
    """Half the soft rank of the structure tensor; its window reaches so many pixels to each side."""
    size = picture.shape[:2]
    side = 2 * int(radius) + 1
    # Made once: memory that is new each time may triple the time.
    grey = np.empty(size, np.uint8)
    x, y, xx, xy, yy = np.empty((5, *size), np.float32)
    out = np.empty(size)

    def slope(dx, dy, to):
        cv2.Sobel(grey, cv2.CV_32F, dx, dy, to, scale=1 / 8, borderType=cv2.BORDER_REPLICATE)

    def mean(one, other, to):
        cv2.multiply(one, other, to)
        cv2.blur(to, (side, side), to, borderType=cv2.BORDER_REPLICATE)

    def run():
        cv2.cvtColor(picture, cv2.COLOR_BGRA2GRAY, grey)
        slope(1, 0, x)
        slope(0, 1, y)
        mean(x, x, xx)
        mean(x, y, xy)
        mean(y, y, yy)
        rank_of_tensors(xx, xy, yy, epsilon ** 4, x, out)

    return run, out


def rank_of_tensors(xx, xy, yy, e2, d, out):
    """Half the soft rank, (t/2 + d)/(d + t + e2^2), d being memory for it; the tensors are used up."""
    np.multiply(xx, yy, d)
    xy *= xy
    d -= xy
    d *= d
    t, rest = xx, yy
    t *= t
    rest *= rest
    t += rest
    xy *= 2
    t += xy
    t *= e2
    np.add(d, t, rest)
    rest += e2 * e2
    t /= 2
    t += d
    np.divide(t, rest, out)


def half_way(newer, older):
    """The moment half way between two pictures, read along the flow both ways, which is found at half the size."""
    search = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
    height, width = newer.shape[:2]
    half = width // 2, height // 2
    places = np.stack(np.meshgrid(np.arange(width), np.arange(height)), -1).astype(np.float32)
    out = np.empty_like(newer)

    def grey(picture):
        return cv2.cvtColor(cv2.resize(picture, half, interpolation=cv2.INTER_AREA), cv2.COLOR_BGRA2GRAY)

    def read(picture, here, there):
        # Flow counts pixels of half the size, and half way is half of it.
        flow = cv2.resize(search.calc(here, there, None), (width, height))
        return cv2.remap(picture, places - flow, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)

    def run():
        a, b = grey(newer), grey(older)
        cv2.addWeighted(read(newer, a, b), 0.5, read(older, b, a), 0.5, 0, out)

    return run, out


def decode(path):
    """All frames of a video; the result is the last of them."""
    video = cv2.VideoCapture(path)
    height, width = int(video.get(cv2.CAP_PROP_FRAME_HEIGHT)), int(video.get(cv2.CAP_PROP_FRAME_WIDTH))
    out = np.full((height, width, 4), 255, np.uint8)

    def run():
        video.set(cv2.CAP_PROP_POS_FRAMES, 0)
        found, picture = video.read()
        while found:
            last = picture
            found, picture = video.read()
        out[:, :, :3] = last

    return run, out

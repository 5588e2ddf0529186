"""OpenCV as Python programs use it."""
import cv2
import numpy as np


def resize(picture, width, height, method):
    """The method by its name in cv2, without INTER_."""
    size = int(width), int(height)
    interpolation = getattr(cv2, "INTER_" + method)
    out = np.empty((size[1], size[0], picture.shape[2]), np.uint8)
    return lambda: cv2.resize(picture, size, out, interpolation=interpolation), out


def decode(path):
    """Frame after frame of a video, over and over; the result is the first of them."""
    video = cv2.VideoCapture(path)
    _, first = video.read()
    video.set(cv2.CAP_PROP_POS_FRAMES, 0)
    out = np.full(first.shape[:2] + (4,), 255, np.uint8)
    frames = 0

    def run():
        nonlocal frames
        found, picture = video.read()
        if not found:
            video.set(cv2.CAP_PROP_POS_FRAMES, 0)
            _, picture = video.read()
        if frames == 0:
            out[:, :, :3] = picture
        frames += 1

    return run, out


def structure(picture, radius, epsilon):
    """Half the soft rank of the structure tensor of a picture."""
    side = int(radius) * 2 + 1
    e = epsilon * epsilon
    out = np.empty(picture.shape[:2])

    def mean(products):
        return cv2.boxFilter(products, cv2.CV_32F, (side, side), borderType=cv2.BORDER_REPLICATE)

    def run():
        grey = cv2.cvtColor(picture, cv2.COLOR_BGRA2GRAY)
        x = cv2.Sobel(grey, cv2.CV_32F, 1, 0, scale=1 / 8, borderType=cv2.BORDER_REPLICATE)
        y = cv2.Sobel(grey, cv2.CV_32F, 0, 1, scale=1 / 8, borderType=cv2.BORDER_REPLICATE)
        xx, xy, yy = mean(x * x), mean(x * y), mean(y * y)
        d = (xx * yy - xy * xy) ** 2
        t = (xx * xx + 2 * xy * xy + yy * yy) * e * e
        out[:] = (t + 2 * d) / (d + t + e ** 4) / 2

    return run, out

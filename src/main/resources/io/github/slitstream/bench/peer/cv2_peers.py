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


def structure(picture, radius, epsilon):
    """Half of the soft rank of the structure tensor: Sobel's gradients, products summed over a square window."""
    radius, square = int(radius), float(epsilon) ** 4
    side = 2 * radius + 1
    out = np.empty(picture.shape[:2])
    border = cv2.BORDER_REPLICATE

    def run():
        grey = cv2.cvtColor(picture, cv2.COLOR_BGRA2GRAY)
        x = cv2.Sobel(grey, cv2.CV_32F, 1, 0, scale=1 / 8, borderType=border)
        y = cv2.Sobel(grey, cv2.CV_32F, 0, 1, scale=1 / 8, borderType=border)
        xx, xy, yy = (cv2.boxFilter(product, -1, (side, side), borderType=border) for product in (x * x, x * y, y * y))
        large = (xx * yy - xy * xy) ** 2
        middle = (xx * xx + 2 * xy * xy + yy * yy) * square
        out[:] = (middle + 2 * large) / (large + middle + square * square) / 2

    return run, out

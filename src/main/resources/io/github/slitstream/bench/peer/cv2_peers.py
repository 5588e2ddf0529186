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

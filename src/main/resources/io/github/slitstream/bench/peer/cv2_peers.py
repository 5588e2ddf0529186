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

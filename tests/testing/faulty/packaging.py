"""Slow to import, with something heavy, and for nobody knows which hooks; its name is bad too."""

import time

import cv2  # noqa: F401  # what it should not do

_end = time.process_time() + 0.4
while time.process_time() < _end:
    pass

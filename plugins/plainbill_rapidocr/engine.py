"""The engine: built once a process, from weights on this machine, with nothing told to anybody."""

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidocr import RapidOCR

# Measured in docs/decisions/0006-how-words-are-read.md.
LONGEST_SIDE = 2000
UNCLIP_RATIO = 1.3
# Lower than RapidOCR's own 0.5, which loses a digit that stands alone in its column.
BOX_THRESHOLD = 0.4
# Channels, height and least width in which a run is read. Most cells of a bill are short: RapidOCR's own least width of
# 320 and its batches would fill them up with nothing.
LEAST_RUN = [3, 48, 160]
WEIGHTS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
}


def unavailable() -> str | None:
    """Why RapidOCR cannot work here and what to do, None where it can."""
    for package in ("rapidocr", "onnxruntime"):
        if find_spec(package) is None:
            return f"the Python package {package} is not installed; install plainbill again"
    missing = [name for name in WEIGHTS.values() if not (_weights_folder() / name).is_file()]
    if missing:
        return f"the package rapidocr lacks its weights ({', '.join(missing)}); install rapidocr again"
    return None


def _weights_folder() -> Path:
    found = find_spec("rapidocr")
    if found is None or found.origin is None:
        return Path()
    return Path(found.origin).parent / "models"


def silence() -> None:
    """Keep onnxruntime from reporting that it is used; to be called before it is imported.

    Since 1.32 it writes a device id and reports to its maker unless this variable is set when it starts, and does so
    outside Python, where no guard on Python's sockets sees it.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"


@cache
def engine() -> "RapidOCR":
    """The engine of this process; building it takes about a second."""
    silence()
    from rapidocr import EngineType, RapidOCR

    threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    settings: dict[str, object] = {
        "Global.log_level": "critical",
        "Global.max_side_len": LONGEST_SIDE,
        # The turn is decided once a page by the cleaner `upright`, not line by line.
        "Global.use_cls": False,
        "Global.return_word_box": True,
        "Det.use_dilation": False,
        "Det.unclip_ratio": UNCLIP_RATIO,
        "Det.box_thresh": BOX_THRESHOLD,
        "EngineConfig.onnxruntime.intra_op_num_threads": threads,
        "Rec.rec_batch_num": 1,
        "Rec.rec_img_shape": LEAST_RUN,
    }
    for stage, name in WEIGHTS.items():
        settings[f"{stage}.engine_type"] = EngineType.ONNXRUNTIME
        # A path of our own: without one RapidOCR would fetch weights that it does not find.
        settings[f"{stage}.model_path"] = str(_weights_folder() / name)
    return RapidOCR(params=settings)

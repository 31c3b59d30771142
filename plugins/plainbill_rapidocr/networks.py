"""The networks of RapidOCR's wheel, run by OpenVINO or, where that is not installed, by onnxruntime."""

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from openvino import InferRequest

    Numbers = NDArray[numpy.float32]

Task = Literal["detect", "recognize", "classify"]

WEIGHTS: dict[Task, str] = {
    "detect": "PP-OCRv6_det_small.onnx",
    "recognize": "PP-OCRv6_rec_small.onnx",
    "classify": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}
# Either is enough; the first that is installed runs them. Measured in docs/decisions/0011-openvino-in-strips.md.
RUNTIMES = ("openvino", "onnxruntime")


class Network(Protocol):
    """Weights that are loaded and answer."""

    def answers(self, inputs: "Iterable[Numbers]") -> "Iterator[Numbers]":
        """Yield the answer to each input, in order; an answer holds until the next is asked for."""
        ...

    def letters(self) -> tuple[str, ...]:
        """The letters that a recognizer knows, in the order of its answers' last axis."""
        ...


def unavailable() -> str | None:
    """Why RapidOCR cannot work here and what to do, None where it can."""
    weights = _weights_folder()
    if weights is None:
        return "the Python package rapidocr is not installed; install plainbill again"
    if runtime() is None:
        return f"neither of the Python packages {' and '.join(RUNTIMES)} is installed; install plainbill again"
    missing = [name for name in WEIGHTS.values() if not (weights / name).is_file()]
    if missing:
        return f"the package rapidocr lacks its weights ({', '.join(missing)}); install rapidocr again"
    return None


def runtime() -> str | None:
    """The runtime that is used here; None where there is none."""
    return next((name for name in RUNTIMES if find_spec(name) is not None), None)


@cache
def network(task: Task, *, at_once: int) -> Network:
    """The network of this process for a task, loaded once; it works on so many inputs `at_once` if it can."""
    weights = str((_weights_folder() or Path()) / WEIGHTS[task])
    if runtime() == "openvino":
        return _OpenVino(weights, at_once)
    return _OnnxRuntime(weights)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def silence() -> None:
    """Keep both runtimes from reporting that they are used; to be called before either is imported.

    Since 1.32 onnxruntime writes a device id and reports to its maker unless this variable is set when it starts, and
    does so outside Python, where no guard on Python's sockets sees it. OpenVINO reports when its converter is imported,
    which it does by itself, and goes on without a package that cannot be imported.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    for reporting in ("openvino_telemetry", "openvino.tools.ovc"):
        sys.modules.setdefault(reporting, None)  # type: ignore[arg-type]  # None makes an import fail, says Python


def _weights_folder() -> Path | None:
    """Where the weights lie, None where rapidocr is not installed; looking for it takes most of a millisecond."""
    found = find_spec("rapidocr")
    if found is None:
        return None
    return Path(found.origin).parent / "models" if found.origin is not None else Path()


class _OpenVino:
    """Answers several inputs at once, from one Python thread: infer() called from several has hung."""

    def __init__(self, weights: str, at_once: int) -> None:
        silence()
        import openvino

        core = openvino.Core()
        self._model = core.read_model(weights)
        told = {"INFERENCE_NUM_THREADS": processors(), "NUM_STREAMS": at_once}
        self._compiled = core.compile_model(self._model, "CPU", told)
        self._requests = [self._compiled.create_infer_request() for _ in range(at_once)]

    def answers(self, inputs: "Iterable[Numbers]") -> "Iterator[Numbers]":
        free, busy = deque(self._requests), deque["InferRequest"]()
        try:
            for each in inputs:
                if not free:
                    request = busy.popleft()
                    request.wait()
                    yield request.get_output_tensor().data
                    free.append(request)
                request = free.popleft()
                request.start_async([each])
                busy.append(request)
            while busy:
                request = busy.popleft()
                request.wait()
                yield request.get_output_tensor().data
        finally:
            # Whoever knows enough asks for no more answers; a request that runs on would not be free the next time.
            for request in busy:
                request.wait()
            # What it holds for its layers would else stay as large as the largest page made it.
            self._compiled.release_memory()

    def letters(self) -> tuple[str, ...]:
        return tuple(self._model.get_rt_info()["framework"]["character"].value.splitlines())


class _OnnxRuntime:
    """Answers one input after the other with all processors."""

    def __init__(self, weights: str) -> None:
        silence()
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 4
        # It never gives back what it took for the largest picture.
        options.enable_cpu_mem_arena = False
        options.intra_op_num_threads = processors()
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name

    def answers(self, inputs: "Iterable[Numbers]") -> "Iterator[Numbers]":
        for each in inputs:
            yield self._session.run(None, {self._input: each})[0]

    def letters(self) -> tuple[str, ...]:
        return tuple(self._session.get_modelmeta().custom_metadata_map["character"].splitlines())

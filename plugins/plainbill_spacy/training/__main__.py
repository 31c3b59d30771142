"""Trains the second opinion anew and writes it into the package; `make train` runs it."""

import sys
from pathlib import Path

from plainbill_spacy.opinion import MODEL
from plainbill_spacy.training.training import save, train_opinion


def main() -> None:
    """Train, write the model, and say how large it is."""
    trained, score = train_opinion()
    save(trained, MODEL)
    size = sum(file.stat().st_size for file in Path(MODEL).rglob("*") if file.is_file())
    sys.stdout.write(f"{MODEL}: {size / 1e6:.2f} MB, {score:.1%} right on made lines of another seed\n")


if __name__ == "__main__":
    main()

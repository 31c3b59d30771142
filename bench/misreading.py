"""Charge lines with wrong letters: as readers of photos get them wrong, and any letter for any other."""

import random
import string

SHORTEST = 4
# What a reader takes a letter for; each in capitals, as most price lists print.
_LOOKS_LIKE = {
    "A": "4R", "B": "8R", "C": "GO", "D": "O0", "E": "FC", "F": "EP", "G": "C6", "H": "NM", "I": "1L", "J": "I1",
    "K": "XR", "L": "I1", "M": "NH", "N": "MH", "O": "0Q", "P": "FR", "Q": "O0", "R": "PA", "S": "58", "T": "1Y",
    "U": "VO", "V": "YU", "W": "VM", "X": "KY", "Y": "VT", "Z": "27",
}  # fmt: skip


def misread(line: str, seed: int, *, letters: int, alike: bool) -> str:
    """`line` with so many wrong letters in one of its words, one of four letters or more where there is one.

    With `alike` a wrong letter is one that a reader of photos takes it for, else any other. Codes and numbers stay.
    """
    chance = random.Random(f"{seed} {letters} {alike} {line}")
    words = line.split(" ")
    longest = max((len(word) for word in words if word.isalpha()), default=0)
    places = [i for i, word in enumerate(words) if word.isalpha() and len(word) >= min(SHORTEST, longest)]
    if not places:
        return line
    place = chance.choice(places)
    word = list(words[place])
    for at in chance.sample(range(len(word)), min(letters, len(word))):
        word[at] = _wrong(word[at], chance, alike=alike)
    words[place] = "".join(word)
    return " ".join(words)


def _wrong(letter: str, chance: random.Random, *, alike: bool) -> str:
    others = _LOOKS_LIKE.get(letter.upper(), "") if alike else ""
    wrong = chance.choice(others or string.ascii_uppercase.replace(letter.upper(), ""))
    return wrong if letter.isupper() else wrong.lower()

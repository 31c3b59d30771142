"""The reference page on what findings lead to: letters, days that count, and the rules of law behind them."""

from collections.abc import Iterator

from plainbill.acting.texts import key, names_in, text
from plainbill.knowledge.tables import Row, read_table


def actions() -> Iterator[str]:
    """The tables of rules and of actions, one row an entry."""
    yield "Letters, call sheets and days that count name no rule that is not in this table.\n"
    yield "## Rules\n\n| rule | length | what it says | in force | source | looked up |\n|---|---|---|---|---|---|"
    for row in read_table("rights"):
        life = f"{row['valid_from']} to {row['valid_to'] or 'now'}"
        cells = (f"`{row['right']}`", _length(row), row["meaning"], life, row["source"], row["date"])
        yield f"| {' | '.join(cells)} |"
    yield "\n## Letters\n\n| letter | subject | goes to |\n|---|---|---|"
    for name in names_in("letters"):
        if name != "letter":
            to = text("calls", "desk", key("letters", name, "to"))
            yield f"| `{name}` | {text('letters', name, 'subject')} | {to} |"
    yield (
        "\nThe letter `hold` comes of every finding with an amount on a bill, a `record-request` whoever acts first;"
        " every other letter only where the desk it goes to is the one to call. None rests on a value that was read"
        " from a photo and that nothing confirmed.\n"
    )
    yield "## By kind\n\n| kind | letters | clocks |\n|---|---|---|"
    for row in read_table("kind_actions"):
        letters = ", ".join(f"`{name}`" for name in row["letters"].split())
        yield f"| [{row['kind']}](kinds.md#{row['kind']}) | {letters or 'none'} | {row['clocks'] or 'none'} |"
    yield (
        "\n`appeal` counts from the day on which the plan decided, by the kind of plan; where its name does not tell"
        " the kind, there is a day for each. `estimate` and `help` count from the bill, `filing` from the care."
    )


def _length(row: Row) -> str:
    parts = [f"{row['days']} days" if row["days"] else "", f"{row['months']} months" if row["months"] else ""]
    parts += [f"and {row['receipt_days']} for the mail" if row["receipt_days"] else ""]
    parts += [f"${row['dollars']}" if row["dollars"] else ""]
    return " ".join(part for part in parts if part) or "none"

"""The desk: one model as the settings have it, with what it was asked and what came of that."""

import functools
from collections.abc import Callable, Mapping, Sequence

from plainbill.case import Line, Translation
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.plugins.models import Outgoing, SentText, TryOut, WordingModel
from plainbill.settings import user_folder
from plainbill_litellm.addresses import AddressRefused, checked_address, host_of, is_this_machine
from plainbill_litellm.asking import request_for
from plainbill_litellm.keeping import FILE_NAME, Kept, NotKept
from plainbill_litellm.proposing import propose, send_anew
from plainbill_litellm.settings import ModelSettings

# What a try sends: made up, and none of anybody's.
TRY_LINE = Line(id="1", description="STERILE TRAY")


@functools.cache
def desk_of(settings: ModelSettings) -> "Desk":
    """Return the desk for these settings, the same one each time."""
    return Desk(settings)


class Desk:
    """Asks the one model."""

    def __init__(self, settings: ModelSettings) -> None:
        self._settings = settings
        self._remarks: list[str] = []

    def as_model(self) -> WordingModel:
        """Return the record that the engine knows the model by."""
        return WordingModel(
            name=self._settings.model,
            preview=self.preview,
            try_out=self.try_out,
            remarks=self.take_remarks,
            sent=self.sent,
            forget=self.forget,
        )

    def propose(
        self, lines: Sequence[Line], tables: PublishedTables = NOTHING_IMPORTED
    ) -> Sequence[Translation | None] | None:
        """Return words for lines; what went wrong is a remark."""
        proposals = propose(lines, self._settings, user_folder() / FILE_NAME, tables)
        if proposals.trouble:
            self._remarks.append(f"the model {self._settings.model} gave no words: {proposals.trouble}")
        if proposals.dropped:
            self._remarks.append(_told_dropped(self._settings.model, proposals.dropped))
        return proposals.words if any(proposals.words) else None

    def preview(self, lines: Sequence[Line]) -> Outgoing | None:
        """Return what asking about the lines would send, None where a kept reply would do or nothing may be sent."""
        try:
            with Kept.open(user_folder() / FILE_NAME) as kept:
                known = kept.reply(request_for(lines, self._settings)) is not None
            return None if known else self._outgoing(lines)
        except (AddressRefused, NotKept):
            return None

    def try_out(self, show: Callable[[Outgoing], None]) -> TryOut:
        """Send one fixed line, whatever was kept."""
        try:
            outgoing = self._outgoing((TRY_LINE,))
        except AddressRefused as refused:
            return TryOut(works=False, why=str(refused))
        show(outgoing)
        proposals = send_anew((TRY_LINE,), self._settings, user_folder() / FILE_NAME)
        if proposals.trouble:
            return TryOut(works=False, why=proposals.trouble)
        where = "on this machine" if outgoing.here else "on another machine"
        kept = "its words passed the checks" if any(proposals.words) else "its words did not pass the checks"
        return TryOut(works=True, why=f"reached {where} in {proposals.seconds:.1f} s, kept to the schema, and {kept}")

    def _outgoing(self, lines: Sequence[Line]) -> Outgoing:
        address = checked_address(self._settings.api_base, self._settings.allow_hosts)
        here = is_this_machine(host_of(self._settings.api_base))
        text = request_for(lines, self._settings).text
        return Outgoing(address=address, here=here, model=self._settings.model, text=text)

    def take_remarks(self) -> tuple[str, ...]:
        """Return the remarks since they were last taken."""
        taken = tuple(self._remarks)
        self._remarks.clear()
        return taken

    def sent(self) -> tuple[SentText, ...]:
        """Return everything that was sent, by any model; none where the list cannot be read."""
        try:
            with Kept.open(user_folder() / FILE_NAME) as kept:
                return kept.sends()
        except NotKept:
            return ()

    def forget(self) -> None:
        """Remove every kept reply, and the list of what was sent."""
        with Kept.open(user_folder() / FILE_NAME) as kept:
            kept.forget()


def _told_dropped(model: str, dropped: Mapping[str, int]) -> str:
    count = sum(dropped.values())
    reasons = ", ".join(f"{reason} {times}" for reason, times in sorted(dropped.items()))
    said = "wording was" if count == 1 else "wordings were"
    return f"{count} {said} left out of what the model {model} proposed, by the checks ({reasons})"

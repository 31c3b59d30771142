"""The frozen model that every word of the vocabulary is."""

import functools
from typing import Self

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer


@functools.cache
def _required(kind: type[BaseModel]) -> frozenset[str]:
    return frozenset(name for name, field in kind.model_fields.items() if field.is_required())


class Entry(BaseModel):
    """A frozen record that refuses unknown keys and writes only what is there."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True, ser_json_inf_nan="null"
    )

    @model_serializer(mode="wrap")
    def _write_what_is_there(self, write: SerializerFunctionWrapHandler) -> dict[str, object]:
        written: dict[str, object] = write(self)
        always = _required(self.__class__)
        return {
            key: value
            for key, value in written.items()
            if (value is not None and value != () and value != []) or key in always
        }

    def but(self, **changes: object) -> Self:
        """Return a copy with `changes`, validated like any other."""
        return self.__class__.model_validate({**{key: getattr(self, key) for key in self.model_fields_set}, **changes})

"""What plugin authors import: the marker for their hooks; the records lie in `plainbill.plugins.records`."""

import pluggy

GROUP = "plainbill"
"""The entry-point group, and the namespace of the hooks."""

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)

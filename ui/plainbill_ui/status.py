"""A sentence that a screen reader says when it changes; what Streamlit offers for this is silent."""

import streamlit as st

_HTML = '<p role="status"></p>'
_CSS = "p{margin:0;font-family:var(--st-font);font-size:1.06rem;color:var(--st-text-color)}"
_JS = """
export default function({data, parentElement}) {
  const line = parentElement.querySelector('p');
  if (line.textContent !== data.text) line.textContent = data.text;
}
"""


def say_status(text: str) -> None:
    """Show `text`, as it is written, where a screen reader is told when it changes."""
    st.components.v2.component("plainbill_status", html=_HTML, css=_CSS, js=_JS)(data={"text": text}, key="status")

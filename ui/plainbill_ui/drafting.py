"""A field for plain words, which tells while somebody types how hard they are to read and which words to change."""

from collections.abc import Sequence

import streamlit as st

_HTML = '<label><span></span><textarea rows="5"></textarea></label><div role="status"><p></p><ul></ul></div>'
_CSS = """
label span{display:block;font-weight:600;margin-bottom:.3rem}
label,div{font-family:var(--st-font);font-size:1.06rem;color:var(--st-text-color)}
textarea{box-sizing:border-box;width:100%;font:inherit;line-height:1.5;padding:.7rem;border:1px solid #767676;
  border-radius:10px;background:var(--st-background-color);color:var(--st-text-color)}
textarea:focus-visible{outline:3px solid var(--st-primary-color);outline-offset:2px}
p{margin:.5rem 0;font-weight:600}ul{margin:0;padding-left:1.2rem}
"""
# Typing is told to the server when it pauses, and at once when the field is left: a tap on a button loses nothing.
_JS = """
export default function({data, parentElement, setStateValue}) {
  const area = parentElement.querySelector('textarea');
  parentElement.querySelector('span').textContent = data.label;
  if (!area.dataset.begun) { area.value = data.text; area.dataset.begun = 'yes'; }
  const tell = () => {
    clearTimeout(area.pause);
    if (area.value !== area.told) { area.told = area.value; setStateValue('text', area.value); }
  };
  area.oninput = () => { clearTimeout(area.pause); area.pause = setTimeout(tell, 500); };
  area.onblur = tell;
  const said = parentElement.querySelector('p');
  if (said.textContent !== data.grade) said.textContent = data.grade;
  const item = flag => Object.assign(document.createElement('li'), {textContent: flag});
  parentElement.querySelector('ul').replaceChildren(...data.flags.map(item));
}
"""


def draft(text: str, *, label: str, grade: str, flags: Sequence[str], key: str) -> str:
    """Return the words in the field as far as they were typed; it begins with `text`.

    `grade` and `flags` are what is said below the field of the words returned before.
    """
    field = st.components.v2.component("plainbill_draft", html=_HTML, css=_CSS, js=_JS)
    data = {"text": text, "label": label, "grade": grade, "flags": list(flags)}
    state = field(data=data, key=key, on_text_change=lambda: None)
    return text if state.text is None else str(state.text)

"""The screens, one module each with a `show()` that Streamlit runs."""

"""The screen: photos in, explanations out."""

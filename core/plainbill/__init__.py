"""Say what a medical bill means and which desk must put it right."""

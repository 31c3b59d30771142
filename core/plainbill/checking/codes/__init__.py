"""What tables say of codes: their form, their life, their levels, and whom they fit."""

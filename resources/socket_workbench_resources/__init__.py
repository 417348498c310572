"""Icons, style sheets, translations and scripts; read through importlib.resources."""

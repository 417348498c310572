"""The one memory of what happened: an ordered record in SQLite."""

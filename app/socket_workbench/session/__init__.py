"""Session files: what the user built, saved as JSON."""

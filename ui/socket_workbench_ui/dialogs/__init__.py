"""Questions put to the user."""

"""The Chrome Apps networking APIs, named and behaving as in Chromium."""

"""Pure functions on bytes: dumps, parsing, inspection."""

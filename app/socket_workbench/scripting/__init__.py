"""JavaScript with chrome.*: V8 in a process of its own, and what connects it to an app context."""

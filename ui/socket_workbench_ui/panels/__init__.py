"""Panels: each draws one controller's state and sends clicks out as signals."""

"""Panel behaviour without widgets: controllers, states and view protocols."""

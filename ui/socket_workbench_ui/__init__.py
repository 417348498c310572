"""The window of Socket Workbench; the only package that imports Qt."""

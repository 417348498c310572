"""Widgets that know no panel."""

"""Panels that work: each puts its page, controller, conversation and composer together."""

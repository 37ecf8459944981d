"""Recipes from raw corpora to shipped weights, one command each."""

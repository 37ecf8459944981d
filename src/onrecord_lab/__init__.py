"""Training and evaluation of the reader's network; never imported by onrecord."""

"""Side-by-side accuracy and speed, one command each."""

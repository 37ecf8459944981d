"""From what an article says to what it means: who spoke, when, where and how."""

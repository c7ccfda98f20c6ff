"""Who imposes, who is hit."""

"""What the sentences around an event and its other tellings add, and which events become rows."""

"""How far an action has come."""

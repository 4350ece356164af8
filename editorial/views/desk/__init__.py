"""The desk: where an editor reviews what was read of a text, and corrects it."""

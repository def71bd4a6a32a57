class NotAllowed(Exception):
    """The change cannot be made as things stand; str(error) says why, in a clerk's words."""

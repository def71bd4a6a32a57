class NotAllowed(Exception):
    """The change cannot be made as things stand; str(error) says why, in a clerk's words."""


class ReasonNeeded(NotAllowed):
    """It can be done, once the reason is given for doing it inside the clear days."""

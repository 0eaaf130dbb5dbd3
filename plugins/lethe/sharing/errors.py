"""What sharing refuses, and what it could not undo."""

from lethe.errors import LetheError


class ExportRefusedError(LetheError):
    """An export, or a part of it, that must not go on. The client's bucket is as it was."""


class StillAtClientError(LetheError):
    """Files of an export that does not go on may still lie in its client's bucket; a repeat takes them back."""

    def __init__(self, export_id: str, files: int, cause: LetheError | OSError) -> None:
        self.may_pass = cause.may_pass if isinstance(cause, LetheError) else True
        # A folder's error quotes a path; ours are written to quote none.
        why = str(cause) if isinstance(cause, LetheError) else type(cause).__name__
        super().__init__(
            f"export '{export_id}' does not go on, and what a publication had sent before it was cut short could not "
            f"be taken back: up to {files} files of it may still be in the client's bucket ({why}). They stay "
            "registered with the day they must go by. Clear this task when the client's store answers: it takes them "
            "back"
        )

"""The bytes of one captured event, read as they are shown."""

from socket_workbench.capture.problems import CaptureFileError
from socket_workbench.capture.reader import CaptureReader


class EventSource:
    """A `ByteSource` over a capture row; reads only what is asked for."""

    def __init__(self, reader: CaptureReader, event_id: int, size_bytes: int) -> None:
        self._reader, self._event_id, self._size_bytes = reader, event_id, size_bytes

    def size(self) -> int:
        """Bytes in all."""
        return self._size_bytes

    def read(self, offset: int, length: int) -> bytes:
        """Up to `length` bytes from `offset`.

        Raises:
            OSError: The capture is damaged, or closed meanwhile.
        """
        try:
            return self._reader.data(self._event_id, offset, length)
        except CaptureFileError as error:
            raise OSError(str(error)) from error

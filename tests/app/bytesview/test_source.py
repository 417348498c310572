from socket_workbench.bytesview.source import BytesSource


def test_bytes_source_reads_up_to_the_end() -> None:
    source = BytesSource(b"abcdef")

    assert (source.size(), source.read(4, 10), source.read(9, 1)) == (6, b"ef", b"")

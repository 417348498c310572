from pathlib import Path

from socket_workbench.bytesview.source import BytesSource, FileSource


def test_bytes_source_reads_up_to_the_end() -> None:
    source = BytesSource(b"abcdef")

    assert (source.size(), source.read(4, 10), source.read(9, 1)) == (6, b"ef", b"")


def test_file_source_reads_where_it_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "data.bin"
    path.write_bytes(bytes(range(256)))

    with FileSource(path) as source:
        assert (source.size(), source.read(250, 100)) == (256, bytes(range(250, 256)))

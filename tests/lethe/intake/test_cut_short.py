"""A drop of which less arrives than it lists: nothing of it is taken for the whole, and nothing is purged."""

from io import BytesIO
from typing import IO, Any

import pytest

from lethe.connectors.errors import ConnectorError
from lethe.connectors.s3 import S3Store
from lethe.intake.outcome import IntakeError

World = Any
CUES = b"WEBVTT\n\n00:00.000 --> 00:01.500\nIt is me.\n\n00:02.000 --> 00:03.000\nStill me.\n"
ANSWERS = b"participant_id,answered_at,nps\np-1,2026-10-01T10:00,9\np-2,2026-10-01T11:00,3\n"
INDEX = b"file,session_id\na.wav,s-1\nb.wav,s-1\n"


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Have the drop give only so many bytes of each object, as a server may that ends its answer without an error."""

    def at(length: int) -> None:
        real = S3Store.open

        def short(self: S3Store, key: str, *, version_id: str | None = None) -> IO[bytes]:
            stream = real(self, key, version_id=version_id)
            return BytesIO(stream.read(length)) if self.store_id.endswith("-inbox") else stream

        monkeypatch.setattr(S3Store, "open", short)

    return at


@pytest.mark.parametrize("key", ["banking-app/s-1/talk.wav", "banking-app/s-1/talk.vtt", "banking-app/s-9/talk.vtt"])
def test_file_that_comes_short_stays_in_the_drop_and_is_taken_whole_the_next_time(
    s3_world: World, cut: Any, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    s3_world.drop(key, CUES)
    cut(CUES.index(b"\n\n00:02"))
    with pytest.raises(IntakeError, match="1 files could not be moved and stay in the drop"):
        s3_world.pull()
    assert s3_world.keys("session-inbox") == [key]
    monkeypatch.undo()
    assert s3_world.keys("sessions") == s3_world.keys("quarantine") == []
    s3_world.pull()
    assert s3_world.contents("sessions") + s3_world.contents("quarantine") == [CUES]


def test_file_whose_beginning_is_known_already_is_not_taken_for_it(s3_world: World, cut: Any) -> None:
    s3_world.drop("banking-app/s-1/first.wav", b"0123456789")
    assert s3_world.pull().taken == 1
    s3_world.drop("banking-app/s-1/whole.wav", b"0123456789 and more")
    cut(10)
    with pytest.raises(IntakeError, match="1 files could not be moved"):
        s3_world.pull()
    assert s3_world.keys("session-inbox") == ["banking-app/s-1/whole.wav"]


def test_answers_that_come_short_are_not_stored_and_stay_in_the_drop(s3_world: World, cut: Any) -> None:
    s3_world.drop("banking-app/answers.csv", ANSWERS, "survey-inbox")
    cut(ANSWERS.index(b"p-2"))
    with pytest.raises(IntakeError, match="1 files could not be moved"):
        s3_world.pull("survey-files")
    assert s3_world.keys("survey-inbox") == ["banking-app/answers.csv"]
    assert s3_world.answers() == []


def test_index_that_comes_short_is_not_followed_and_stays(s3_world: World, cut: Any) -> None:
    s3_world.drop("loose/index.csv", INDEX)
    s3_world.drop("loose/a.wav", b"a")
    s3_world.drop("loose/b.wav", b"b")
    cut(INDEX.index(b"b.wav"))
    with pytest.raises(ConnectorError, match=r"'session-inbox': \d+ bytes came of an object that it lists with \d+"):
        s3_world.pull()
    assert len(s3_world.keys("session-inbox")) == 3

"""Small real recordings: a second of tone as WAV, or as MP4 with one track of uncompressed sound."""

import io
import math
import struct
import wave

RATE = 8_000
"""Samples a second, 8 or 16 bits each, one channel."""


def wav(number: int) -> bytes:
    """Close to a second of a tone of its own, 8 bits a sample (under 12 kB)."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(bytes(128 + level // 256 for level in _tone(number)))
    return buffer.getvalue()


def mp4(number: int, title: str) -> bytes:
    """The same as 16-bit PCM in an MP4 (ISO 14496-12, ISO 23003-5) whose title, as tools do, names the call."""
    sound = struct.pack(f">{len(_tone(number))}h", *_tone(number))
    head = _box(b"ftyp", b"isom", _int(512), b"isomiso2mp41")
    # The sound lies behind the head and the index; the index's own length does not depend on the offset in it.
    offset = len(head) + len(_index(len(sound) // 2, 0, title)) + 8
    return head + _index(len(sound) // 2, offset, title) + _box(b"mdat", sound)


def _tone(number: int) -> list[int]:
    hertz = 220 + 11 * (number % 40)
    samples = RATE * 3 // 4 + 40 * (number % 50)
    return [int(9_000 * math.sin(2 * math.pi * hertz * at / RATE)) for at in range(samples)]


def _index(samples: int, offset: int, title: str) -> bytes:
    matrix = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    movie = _full(
        b"mvhd", struct.pack(">4I", 0, 0, RATE, samples), _int(0x10000), b"\1\0", bytes(10), matrix, bytes(24), _int(2)
    )
    track = _full(
        b"tkhd",
        struct.pack(">5I", 0, 0, 1, 0, samples),
        bytes(8),
        struct.pack(">4H", 0, 0, 0x100, 0),
        matrix,
        bytes(8),
        flags=7,
    )
    media = _full(b"mdhd", struct.pack(">4I", 0, 0, RATE, samples), struct.pack(">2H", 0x55C4, 0))
    handler = _full(b"hdlr", _int(0), b"soun", bytes(12), b"sound\0")
    source = _box(b"dinf", _full(b"dref", _int(1), _full(b"url ", flags=1)))
    entry = _box(
        b"ipcm",
        bytes(6) + struct.pack(">H", 1),
        bytes(8) + struct.pack(">4H", 1, 16, 0, 0) + _int(RATE << 16),
        _full(b"pcmC", b"\0\x10"),
    )
    table = _box(
        b"stbl",
        _full(b"stsd", _int(1), entry),
        _full(b"stts", struct.pack(">3I", 1, samples, 1)),
        _full(b"stsc", struct.pack(">4I", 1, 1, samples, 1)),
        _full(b"stsz", struct.pack(">2I", 2, samples)),
        _full(b"stco", struct.pack(">2I", 1, offset)),
    )
    sound = _box(b"minf", _full(b"smhd", bytes(4)), source, table)
    named = _box(b"udta", _full(b"titl", struct.pack(">H", 0x15C7), title.encode() + b"\0"))
    return _box(b"moov", movie, _box(b"trak", track, _box(b"mdia", media, handler, sound)), named)


def _box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return _int(8 + len(body)) + kind + body


def _full(kind: bytes, *parts: bytes, flags: int = 0) -> bytes:
    return _box(kind, _int(flags), *parts)


def _int(value: int) -> bytes:
    return struct.pack(">I", value)

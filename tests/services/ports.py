"""Ports of 127.0.0.1 that nobody listens on now."""

import random
import socket


def free_ports(number: int) -> list[int]:
    """That many, all different."""
    probes = [socket.socket() for _ in range(number)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def free_pair() -> int:
    """The first of two neighbours: Ceph's monitor takes the port after the gateway's."""
    # Nobody holds it until the server listens: two runs at once should not begin at the same place.
    candidates = random.sample(range(17480, 17980, 2), 250)
    return next(port for port in candidates if _is_free(port) and _is_free(port + 1))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True

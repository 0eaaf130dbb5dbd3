"""`python -m lethe.demo`: the main job on the sample agency; with `--up`, the same agency with the UI left running."""

import argparse
import signal
import socket
import sys
import time
from pathlib import Path

from lethe.demo import story
from lethe.demo.site import Site
from lethe.errors import LetheError

UI_PORT = 8080


def main(argv: list[str] | None = None) -> int:
    """Run the demo; 0 when everything that was promised happened."""
    parser = argparse.ArgumentParser(prog="python -m lethe.demo", description=__doc__)
    parser.add_argument("--up", action="store_true", help="leave Airflow's UI running until Ctrl-C")
    parser.add_argument("--port", type=int, help=f"the port on 127.0.0.1 ({UI_PORT} with --up, else any free one)")
    parser.add_argument("--home", type=Path, default=Path(".lethe/demo"), help="the folder of its state")
    arguments = parser.parse_args(argv)
    # `kill` and a closed terminal must stop Airflow as Ctrl-C does.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    project = Path.cwd()
    if not (project / "dags").is_dir() or not (project / "config").is_dir():
        print("run this in the project's own folder: there is no dags/ and config/ here", file=sys.stderr)
        return 2
    port = arguments.port or (UI_PORT if arguments.up else _free_port())
    if not _is_free(port):
        print(f"port {port} is taken: choose another with --port", file=sys.stderr)
        return 2
    site = Site(arguments.home.resolve(), project, port)
    started = time.monotonic()
    try:
        if arguments.up:
            story.leave_running(site)
        else:
            story.run(site)
            print(f"\nDone in {time.monotonic() - started:.0f} s.")
    except LetheError as error:
        print(f"\nlethe: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        if not arguments.up:
            print("\nStopped.", file=sys.stderr)
            return 130
        print("\nAirflow has stopped; what it did stays in", site.home)
    return 0


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())

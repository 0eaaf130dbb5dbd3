"""The page `docs/proof/README.md`, from the figures beside it: what was shown, with numbers, and what was not."""

from collections.abc import Iterator, Mapping
from typing import Any

Figures = Mapping[str, Any]

NOT_SHOWN = (
    "Copies that nobody listed. A certificate speaks of the places it names, at the time it names, and gives backups "
    "and disk blocks as residuals.",
    "A store that lies to everybody alike. Whoever asks the store alone cannot tell an object that is gone from one "
    "that every listing hides, under both credentials. It takes a second witness: the bill, an inventory report that "
    "the provider writes, a replica.",
    "A machine that loses power. The processes were killed, the machine was not; SQLite and PostgreSQL ran without "
    "waiting for the disk where that only costs time.",
    "Amazon's own S3. The server is Ceph's, which enforces versions, markers, locks and rights; its timing and its "
    "order "
    "of consistency are its own.",
    "Somebody who holds the signing key and the ledger's database together can write another history. Anchors that "
    "others keep (the certificates they were sent) show it from the lines they name on.",
)


def report(figures: Figures) -> str:
    """The page as Markdown; a measurement that was never taken is said to be missing."""
    return "\n".join(_report(figures)) + "\n"


def _report(figures: Figures) -> Iterator[str]:
    yield "# How well deletion holds\n"
    yield (
        "Measured on real servers (Ceph's S3 gateway, PostgreSQL) and on generated cases by `make prove`, which writes "
        "this page anew. Everybody and everything in the data is invented.\n"
    )
    yield from _summary(figures)
    for name, part in PARTS.items():
        title, write = part
        yield f"\n## {title}\n"
        if name in figures:
            taken = figures[name]
            yield f"*{taken['on']}, {taken.get('note') or ('the short run' if taken['quick'] else 'the whole run')}.*\n"
            yield from write(taken["figures"])
        else:
            yield "Not measured yet."
    yield "\n## What this does not show\n"
    for line in NOT_SHOWN:
        yield f"- {line}"


def _summary(figures: Figures) -> Iterator[str]:
    yield "| measured | shown | holds |\n|---|---|---|"
    for name, (title, _) in PARTS.items():
        if name in figures:
            said, holds = SAID[name](figures[name]["figures"])
            yield f"| {title} | {said} | {'yes' if holds else '**no**'} |"


def holds(name: str, found: Figures) -> bool:
    """Whether a measurement shows what is promised."""
    return bool(SAID[name](found)[1])


def _say_dates(found: Figures) -> tuple[str, bool]:
    wrong = found["early"] + found["late"] + found["another_day"]
    return f"{found['cases']:,} cases: {found['early']} early, {found['late']} late", wrong == 0


def _dates(found: Figures) -> Iterator[str]:
    yield f"> {found['property']}\n"
    yield (
        f"{found['cases']:,} generated cases (seed {found['seed']}): events of {found['years'][0]} to "
        f"{found['years'][1]}, windows of days and of calendar months, {len(found['zones'])} zones, and a moment at "
        "which a run asks. The other side is a second calendar with its own arithmetic and its own rules of summer "
        "time, compared in turn with the zone database.\n"
    )
    yield f"Early: **{found['early']}**. Late: **{found['late']}**. Another day: **{found['another_day']}**.\n"
    yield "| of these | cases |\n|---|---|"
    for words, number in found["seen"].items():
        yield f"| {words} | {number:,} |"
    yield f"\nZones: {', '.join(found['zones'])}."


def _say_kills(found: Figures) -> tuple[str, bool]:
    kills = sum(part["random_kills"] + part["step_kills"] for part in found.values())
    purges = sum(part["purges"] for part in found.values())
    converged = sum(part["converged"] for part in found.values())
    return f"{kills} kills over {purges} purges: {converged} ended right", converged == purges and kills > 0


def _kills(found: Figures) -> Iterator[str]:
    yield (
        "A purge runs as a process of its own, in the order of the DAG (find due, freeze, delete batch by batch, "
        "verify, certify; recordings, then survey answers), and is killed with SIGKILL: at random moments, and "
        "before every step in turn. It is started again until it ends by itself. Right means: everything due is "
        "gone, every version, marker, unfinished upload and row of everything else is digest for digest as before; "
        "the ledger has one line for each item and event and its chain is whole; each rule has its certificate, "
        "which names exactly the items of the ledger.\n"
    )
    yield "| objects &times; 2 versions | rows | random kills | kills before a step | purges | starts | ended right |"
    yield "|---|---|---|---|---|---|---|"
    for part in found.values():
        yield (
            f"| {part['objects']:,} | {part['rows']:,} | {part['random_kills']} | {part['step_kills']} | "
            f"{part['purges']} | {part['starts']} | {part['converged']} |"
        )
    killed: dict[str, int] = {}
    for part in found.values():
        for step, number in part["killed_in"].items():
            killed[step] = killed.get(step, 0) + number
    yield "\nWhere the random kills struck: " + ", ".join(f"{step} {number}" for step, number in killed.items()) + "."
    for part in found.values():
        for problem in part["problems"]:
            yield f"\n**Wrong:** {problem}."


def _say_faults(found: Figures) -> tuple[str, bool]:
    faults = [one for one in found["faults"] if one["expected"] != "unseen"]
    false = sum(one["false_certificate"] for one in faults)
    expected = sum(one["as_expected"] for one in found["faults"])
    words = (
        f"{len(faults)} faults: {false} false certificates; {len(found['faults']) - len(faults)} lies shown as unseen"
    )
    return words, false == 0 and expected == len(found["faults"])


def _faults(found: Figures) -> Iterator[str]:
    yield (
        "A proxy between the client and Ceph misbehaves. Either the purge gets there by itself, or it stops with an "
        "error that says what remains, without a certificate, and gets there when repeated once the fault is over. "
        "Every error's text was searched for keys.\n"
    )
    yield "| fault | struck | the run under it | error | false certificate | afterwards |\n|---|---|---|---|---|---|"
    unseen = []
    for one in found["faults"]:
        if one["expected"] == "unseen":
            unseen.append(one)
            continue
        mark = "" if one["as_expected"] else " **(not as it must be)**"
        error = one["error"].replace("|", "/").replace("\n", " ")
        yield (
            f"| {one['name']} | {one['struck']} | {one['first']}{mark} | {error} "
            f"| {'**yes**' if one['false_certificate'] else 'no'} | {_afterwards(one)} |"
        )
    yield "\n**What is not noticed while it lasts:**\n"
    for one in unseen:
        claimed = (
            "the certificate names what is still there"
            if one["false_certificate"]
            else ("the certificate names nothing that is still there, and what the plan missed stays past its day")
        )
        yield f"- *{one['name']}*: {claimed}. Afterwards: {_afterwards(one)}."
    yield (
        "\nThe listing that verifies is made twice, with the reader's credentials and with those that deleted, each of "
        "versions with their markers and of unfinished uploads: a lie in one of them is noticed. The same lie in "
        "all of them is not, by anybody who asks the store alone."
    )


def _afterwards(one: Figures) -> str:
    if one["repeated"]:
        return "right when repeated"
    if one["next_run"]:
        return "the next run takes it, as overdue"
    return f"the next run takes what it still looks for, and leaves {one['left']}"


def _say_speed(found: Figures) -> tuple[str, bool]:
    table = found["contenders"]
    words = ", ".join(f"{table[name]['ours_over_theirs']} &times; {name}" for name in found["floors"])
    return words, all(found["reached"].values())


def _speed(found: Figures) -> Iterator[str]:
    yield (
        f"{found['objects']:,} objects, {found['versions_each']} versions each, on one Ceph, {found['rounds']} "
        "round(s). *Ours* is everything from the plan to the signed certificate: looking up, freezing, deleting, two "
        "verifications of two listings each, a ledger line for each item. The bare loop is eight threads of "
        "`delete_objects` over a list that is there already.\n"
    )
    yield "| | our rate over theirs | goal | versions left | markers left |\n|---|---|---|---|---|"
    for name, of in found["contenders"].items():
        floor = found["floors"].get(name)
        goal = f"≥ {floor}{'' if found['reached'][name] else ' **(missed)**'}" if floor else ""
        yield f"| {name} | {of['ours_over_theirs']} | {goal} | {of['versions_left']:,} | {of['markers_left']:,} |"
    yield "\n`rclone purge` takes the bucket itself away too."
    shares = ", ".join(f"{step} {share:.0%}" for step, share in found["shares"].items())
    yield f"\nWhere our time goes: {shares}."


def _say_memory(found: Figures) -> tuple[str, bool]:
    said, flat = [], True
    for kind, numbers in found.items():
        ordered = sorted(numbers, key=int)
        least, most = numbers[ordered[0]], numbers[ordered[-1]]
        for step, first in least.items():
            last = most.get(step, {"failed": "not reached"})
            grown = "failed" in last or last["peak_mb"] > first["peak_mb"] * FLAT
            flat = flat and not (grown and step in STREAMED)
            said.append(f"{kind}, {step}: {_peak(first)} → {_peak(last)}")
    return "; ".join(said), flat


FLAT = 1.5
"""Peak memory counts as flat when it grows by no more than this from the smallest plan to the largest."""
STREAMED = ("plan", "verify")


def _memory(found: Figures) -> Iterator[str]:
    yield (
        "The listing is generated, one entry at a time, with a tenth more that is not due. Each step is a fresh "
        f"process; its peak is the kernel's (VmHWM). Flat means: no more than {FLAT} times the peak of the smallest "
        "plan. The certificate names every item, in signed parts of 10,000 at most.\n"
    )
    for kind, numbers in found.items():
        steps = list(next(iter(numbers.values())))
        yield f"| planned {kind} | " + " | ".join(steps) + " |\n|---|" + "---|" * len(steps)
        for number, of in numbers.items():
            cells = " | ".join(_peak(of.get(step, {"failed": "not reached"})) for step in steps)
            yield f"| {int(number):,} | {cells} |"
        yield ""


def _peak(of: Figures) -> str:
    return str(of["failed"]) if "failed" in of else f"{of['peak_mb']:,.0f} MB"


def _say_tampering(found: Figures) -> tuple[str, bool]:
    missed = sum(one["tried"] - one["found"] for one in _kinds(found).values())
    return (
        f"{found['certificates']:,} changes of certificates, {found['ledger']:,} of the ledger: {missed} missed",
        missed == 0,
    )


def _tampering(found: Figures) -> Iterator[str]:
    yield (
        "Each change is made alone, looked for, and taken back. Certificates: one byte, any other value, anywhere in "
        "the file, read by `verify_certificate`. The ledger: through SQL, its own triggers taken away first, read by "
        "`verify_chain` with the hash of a line that a certificate names and of the last line.\n"
    )
    yield "| change | tried | found |\n|---|---|---|"
    for kind, one in _kinds(found).items():
        yield f"| {kind} | {one['tried']:,} | {one['found']:,} |"
    yield (
        "\nA tail that was cut together with its head is found by an anchor alone, and only from the anchored line "
        "back."
    )


def _kinds(found: Figures) -> dict[str, Any]:
    return {**found["of_certificates"], **found["of_ledger"]}


PARTS = {
    "dates": ("Neither early nor late", _dates),
    "kills": ("Killed, and started again", _kills),
    "faults": ("Faults and lies", _faults),
    "speed": ("Speed, and what other tools leave", _speed),
    "memory": ("Memory", _memory),
    "tampering": ("Tampering", _tampering),
}
SAID = {
    "dates": _say_dates,
    "kills": _say_kills,
    "faults": _say_faults,
    "speed": _say_speed,
    "memory": _say_memory,
    "tampering": _say_tampering,
}

"""The whole job on Ceph's S3 and PostgreSQL: what an in-memory double cannot show."""

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import boto3
import pytest
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

from lethe.agency import Agency
from lethe.demo.agency import SampleAgency, build_sample_agency
from lethe.demo.leaks import shared_files
from lethe.intake import pull_survey_table, scan_inbox, take_session_files, take_survey_files
from lethe.retention import Held, certify_plan, delete_batch, freeze_plan, inventory, verify_plan
from lethe.retention.errors import RetentionError
from lethe.sharing import (
    ask_approval,
    publish_export,
    record_decision,
    select_export,
)
from lethe.sharing.anonymisation import anonymise_batch
from lethe.sharing.review import review_export

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

RULES = ("recordings", "transcripts", "survey-answers")


@pytest.fixture
def sample(real_agency: Agency) -> SampleAgency:
    return build_sample_agency(real_agency)


def test_agency_pulls_shares_and_forgets_on_ceph_and_postgresql(
    real_agency: Agency, sample: SampleAgency, owner: "S3Client"
) -> None:
    agency = real_agency
    taken = take_session_files(agency, "session-files", scan_inbox(agency, "session-files"))
    assert taken.taken > 30
    inbox = agency.settings.places.stores["session-inbox"]
    assert _everything(owner, inbox.bucket, inbox.prefix) == [], "a second raw copy stayed in the drop"
    assert take_survey_files(agency, "survey-files", scan_inbox(agency, "survey-files")).taken > 200
    assert pull_survey_table(agency, "banking-app-survey").taken > 200

    export_id = _share(agency, "banking-app")
    files = list(shared_files(agency, sample, export_id))
    assert len(files) > 15
    assert not [canary for canary in sample.canaries for file in files if canary.encode() in file.data]

    for rule_id in RULES:
        before = _versions(owner, agency)
        planned = _purge(agency, rule_id)
        gone = before - _versions(owner, agency)
        assert planned > 0
        assert {(bucket, key) for bucket, key, _ in gone} <= _planned_places(agency, rule_id, before)
        left = [held for held in inventory(agency, rule_id) if held.due and held.due <= agency.today()]
        assert left == []
    assert agency.ledger.verify_chain() == []


def test_every_version_marker_and_unfinished_upload_of_a_due_recording_goes(
    real_agency: Agency, sample: SampleAgency, owner: "S3Client"
) -> None:
    agency = real_agency
    bucket = agency.settings.places.stores["sessions"].bucket
    due = _due_recording(agency)
    owner.put_object(Bucket=bucket, Key=due.key, Body=b"written again")
    owner.delete_object(Bucket=bucket, Key=due.key)
    study_id, session_id, name = due.key.split("/")
    neighbour = f"{study_id}/{session_id}0/{name}"
    owner.put_object(Bucket=bucket, Key=neighbour, Body=b"of another session, whose id begins alike")
    owner.create_multipart_upload(Bucket=bucket, Key=due.key)
    _purge(agency, "recordings")
    left = {key for key, _ in _everything(owner, bucket)}
    assert due.key not in left
    assert neighbour in left
    assert not owner.list_multipart_uploads(Bucket=bucket).get("Uploads")


def test_reader_cannot_delete_and_is_the_one_who_verifies(real_agency: Agency, sample: SampleAgency) -> None:
    agency = real_agency
    reading = agency.store("sessions", verifying=True)
    versions = list(reading.list_versions())
    assert versions
    assert {(one.outcome, one.code) for one in reading.delete(versions[:3])} == {("denied", "AccessDenied")}
    assert list(reading.list_versions()) == versions
    plan = freeze_plan(agency, "recordings", run_id="reader")
    for batch in plan.batches:
        delete_batch(agency, plan.plan_id, batch)
    listed = {place.place_id: place.connection for place in verify_plan(agency, plan.plan_id).places}
    assert set(listed.values()) == {"lethe_storage_reader"}


def test_recording_that_may_not_be_deleted_stays_and_nothing_is_certified(
    real_agency: Agency, sample: SampleAgency, owner: "S3Client"
) -> None:
    agency = real_agency
    bucket = agency.settings.places.stores["sessions"].bucket
    due = _due_recording(agency)
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Deny",
                "Principal": "*",
                "Action": ["s3:DeleteObject", "s3:DeleteObjectVersion"],
                "Resource": [f"arn:aws:s3:::{bucket}/{due.key}"],
            },
            {
                "Effect": "Allow",
                "Principal": {"AWS": ["arn:aws:iam:::user/reader"]},
                "Action": ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads", "s3:GetObject"],
                "Resource": [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"],
            },
        ],
    }
    standing = owner.get_bucket_policy(Bucket=bucket)["Policy"]
    owner.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))
    try:
        plan = freeze_plan(agency, "recordings", run_id="denied")
        with pytest.raises(RetentionError, match="1 denied"):
            delete_batch(agency, plan.plan_id, plan.batches[0])
        with pytest.raises(RetentionError, match="still there"):
            certify_plan(agency, plan.plan_id)
    finally:
        owner.put_bucket_policy(Bucket=bucket, Policy=standing)
    for batch in plan.batches:
        delete_batch(agency, plan.plan_id, batch)
    assert certify_plan(agency, plan.plan_id).items > 0


def test_bucket_is_read_by_nobody_without_a_key(s3: object, real_agency: Agency, sample: SampleAgency) -> None:
    nobody = boto3.client(
        "s3",
        endpoint_url=s3.endpoint,  # type: ignore[attr-defined]
        region_name="us-east-1",
        config=Config(signature_version=UNSIGNED, s3={"addressing_style": "path"}),
    )
    with pytest.raises(ClientError, match="AccessDenied"):
        nobody.list_objects_v2(Bucket=real_agency.settings.places.stores["sessions"].bucket)


def _due_recording(agency: Agency) -> Held:
    """One recording in our own store whose day has come."""
    return next(
        held
        for held in inventory(agency, "recordings")
        if held.place_id == "sessions" and held.due and held.due <= agency.today()
    )


def _share(agency: Agency, study_id: str) -> str:
    selection = select_export(
        agency, study_id=study_id, formats=["same"], mode="strict", requested_by="rita", run_id="run-1"
    )
    for batch in selection.batches:
        anonymise_batch(agency, selection.export_id, batch)
    review_export(agency, selection.export_id)
    ask_approval(agency, selection.export_id, request_id="ask-1")
    record_decision(
        agency,
        selection.export_id,
        request_id="ask-1",
        option="Approve",
        responder_id="17",
        responder_name="omar",
        responded_at=datetime.now(UTC),
    )
    publish_export(agency, selection.export_id, triggering_user="rita")
    return selection.export_id


def _purge(agency: Agency, rule_id: str) -> int:
    plan = freeze_plan(agency, rule_id, run_id="run-1")
    for batch in plan.batches:
        delete_batch(agency, plan.plan_id, batch)
    verify_plan(agency, plan.plan_id)
    return certify_plan(agency, plan.plan_id).items


def _versions(client: "S3Client", agency: Agency) -> set[tuple[str, str, str]]:
    buckets = {store.bucket for store_id, store in agency.settings.places.stores.items() if store_id != "evidence"}
    return {(bucket, key, version) for bucket in buckets for key, version in _everything(client, bucket)}


def _everything(client: "S3Client", bucket: str, prefix: str = "") -> list[tuple[str, str]]:
    found = []
    for page in client.get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix=prefix):
        found += [(item["Key"], item["VersionId"]) for item in page.get("Versions", [])]
        found += [(item["Key"], item["VersionId"]) for item in page.get("DeleteMarkers", [])]
    return found


def _planned_places(agency: Agency, rule_id: str, before: set[tuple[str, str, str]]) -> set[tuple[str, str]]:
    """Bucket and key of what the rule had planned, by the tombstones it left."""
    stores = agency.settings.places.stores
    tombstones = {line.reference for line in agency.ledger.entries(event="deleted")}
    return {
        (bucket, key)
        for bucket, key, _ in before
        for store_id, store in stores.items()
        if store.bucket == bucket
        and key.startswith(store.prefix)
        and agency.ledger.reference("object", store_id, key.removeprefix(store.prefix)) in tombstones
    }

"""What an error of S3 means, by its code alone: its message may be missing, and may quote a key."""

import re

from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError
from botocore.parsers import ResponseParserError

from lethe.connectors.errors import ConnectorError

CREDENTIALS = {
    "CredentialRetrievalError",
    "ExpiredToken",
    "ExpiredTokenException",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidToken",
    "NoCredentialsError",
    "PartialCredentialsError",
    "RequestExpired",
    "RequestTimeTooSkewed",
    "SignatureDoesNotMatch",
    "TokenRefreshRequired",
    "TokenRetrievalError",
    "UnauthorizedSSOTokenError",
}
DENIED = {"403", "AccessDenied", "AllAccessDisabled", "Forbidden", "MethodNotAllowed", "ObjectLocked"}
NO_BUCKET = {"NoSuchBucket"}
BROKEN_OFF = {
    "FlexibleChecksumError",
    "IncompleteRead",
    "IncompleteReadError",
    "ProtocolError",
    "ReadTimeoutError",
    "ResponseStreamingError",
    "SSLError",
}

S3_ERRORS = (ClientError, BotoCoreError, Boto3Error, ResponseParserError)
"""What boto3 raises. The text of a Boto3Error names the key of a transfer, that of a ResponseParserError quotes all."""

PERMISSIONS = {
    "abort an upload": "s3:AbortMultipartUpload",
    "copy": "s3:GetObjectVersion at the source and s3:PutObject here",
    "delete": "s3:DeleteObjectVersion",
    "list": "s3:ListBucket",
    "list uploads": "s3:ListBucketMultipartUploads",
    "list versions": "s3:ListBucketVersions",
    "look up": "s3:GetObject",
    "put": "s3:PutObject",
    "read": "s3:GetObject and s3:GetObjectVersion",
}


def code_of(error: Exception) -> str:
    """The code of an error, or the name of its class where the store never answered."""
    if not isinstance(error, ClientError):
        return error.__class__.__name__
    return plain_code(error.response.get("Error", {}).get("Code"))


def plain_code(code: object) -> str:
    """A code that is safe to show: whatever else a server may put there is `Unknown`."""
    text = str(code or "")
    return text if re.fullmatch(r"[A-Za-z0-9._-]{1,64}", text) else "Unknown"


def failure(store_id: str, operation: str, error: Exception) -> ConnectorError:
    """An error of ours: the store, what was tried, the code, and what to do where that is known."""
    code = code_of(error)
    advice = _advice(operation, code)
    return ConnectorError(f"store '{store_id}': {operation} failed ({code})" + (f": {advice}" if advice else ""))


def _advice(operation: str, code: str) -> str:
    if code in NO_BUCKET:
        return (
            "its bucket is not there, so nothing is known of what it held, and nothing counts as deleted; "
            "look at its `bucket` in config/stores.yaml and at the endpoint of its connection"
        )
    if code in CREDENTIALS:
        return "its credentials have expired or are not known there, or this machine's clock is wrong; renew them"
    if code in {"403", "AccessDenied"}:
        needs = PERMISSIONS.get(operation)
        return f"its connection needs {needs}, and no bucket policy may deny it" if needs else ""
    if operation == "read" and code in BROKEN_OFF:
        return "the answer broke off before its end; what had come is not used, and nothing was deleted; try again"
    if code == "InvalidObjectState":
        return "the object is in an archive class; restore it to read it"
    return ""

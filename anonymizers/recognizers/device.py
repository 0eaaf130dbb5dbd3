"""What names a device: UUIDs, IMEIs, long hexadecimal ids, serial numbers."""

import re
from collections.abc import Iterator

from stdnum import imei

from anonymizers.recognizers.context import DEVICE, beside
from anonymizers.recognizers.digits import digit_runs
from anonymizers.recognizers.regions import near_digits
from anonymizers.recognizers.spans import CONTEXT, LIKELY, SURE, WEAK, Found, TextRecognizer

_UUID = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z])", re.I)
_HEX = re.compile(r"(?<![0-9A-Za-z])(?=[0-9a-f]{0,15}[0-9])(?=[0-9]{0,15}[a-f])[0-9a-f]{16,64}(?![0-9A-Za-z])", re.I)
_SERIAL = re.compile(r"(?<![\w@])(?=[A-Za-z\-]{0,24}\d)[A-Za-z0-9][A-Za-z0-9\-]{5,24}(?![\w@])")


class DeviceIdRecognizer(TextRecognizer):
    """Ids a device or an app carries for life."""

    ENTITIES = ("DEVICE_ID",)

    def find(self, text: str) -> Iterator[Found]:
        """By shape, by Luhn's check digit of an IMEI, or beside a word such as "serial"."""
        yield from (Found(*hit.span(), "DEVICE_ID", SURE) for hit in near_digits(_UUID, text))
        yield from (Found(*hit.span(), "DEVICE_ID", WEAK) for hit in near_digits(_HEX, text))
        for run in digit_runs(text, self.supported_language):
            if len(run.digits) == 15 and imei.is_valid(run.digits):
                yield Found(run.start, run.end, "DEVICE_ID", LIKELY)
        for serial in near_digits(_SERIAL, text):
            if beside(text, *serial.span(), DEVICE, before=40, after=0):
                yield Found(*serial.span(), "DEVICE_ID", CONTEXT)

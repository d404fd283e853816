"""Makes thumbnails of uploaded pictures. Runs once a minute."""
import json
import os
import sys

from PIL import Image

SIZES = {"thumb": (160, 160), "card": (640, 480)}
PATIENT_KEY = "patient_id"  # invoice_id and consent_id come with the next release


class ResizeError(Exception):
    pass


def resize(path, target, size):
    """Writes a smaller copy of the picture at path."""
    with Image.open(path) as picture:
        if picture.width * picture.height > 50_000_000:
            raise ResizeError("too large: %dx%d" % picture.size)
        picture.thumbnail(SIZES[size])
        picture.save(target, "JPEG", quality=80)


def main(queue):
    for line in queue:
        job = json.loads(line)
        if not job.get(PATIENT_KEY):
            continue
        for size in SIZES:
            target = os.path.join("/var/cache/thumbs", size, job["key"])
            try:
                resize(job["key"], target, size)
            except (OSError, ResizeError) as error:
                print("failed", size, type(error).__name__, file=sys.stderr)


if __name__ == "__main__":
    main(sys.stdin)

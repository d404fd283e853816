import { escapeXml } from './html.ts'
import { makeDsStore, makeThumbsDb } from './ole.ts'
import { notes, type SampleFile, sample } from './truth.ts'
import type { World } from './world.ts'

/** What lies about in every bucket: logs, source code, settings, leftovers of two operating systems, nothing at all. */
export function junkFiles(world: World): SampleFile[] {
  return [log(world), sourceCode(), settings(world), emptyFile(), thumbs(), dsStore(), noise(world), bucketListing()]
}

function log(world: World): SampleFile {
  const page = notes()
  const paths = [
    '/api/v2/patients/search',
    '/api/v2/media/upload',
    '/health',
    '/api/v2/invoices/export',
    '/login',
    '/static/app.9f2c.js',
  ]
  const lines = Array.from({ length: 36 }, (_, at) => {
    const label = `log ${at}`
    const minute = String(Math.floor(at * 1.6)).padStart(2, '0')
    const address = page.is('IP_ADDRESS', `203.0.113.${world.random.int(`${label} host`, 250) + 1}`)
    const path = world.random.pick(`${label} path`, paths)
    const status = world.random.pick(`${label} status`, ['200', '200', '200', '304', '401', '500'])
    const user = at % 12 === 5 ? ` user=${page.is('EMAIL_ADDRESS', world.clinics.nice.email)}` : ''
    return `2019-11-03T02:${minute}:${String((at * 17) % 60).padStart(2, '0')}.${world.random.digits(`${label} ms`, 3)}Z INFO  http ${address} "GET ${path} HTTP/1.1" ${status} ${world.random.int(`${label} size`, 90_000)} ${world.random.int(`${label} time`, 900)}ms${user}`
  })
  lines.splice(
    20,
    0,
    '2019-11-03T02:32:11.004Z WARN  storage bucket policy "public-read" inherited by prefix uploads/',
    '2019-11-03T02:32:11.019Z ERROR worker thumbnail failed: VipsJpeg: Premature end of input file',
    '    at Object.resize (/srv/app/worker.js:88:13)',
    '    at process._tickCallback (internal/process/next_tick.js:68:7)',
  )
  const told = {
    kind: 'other',
    kindsOk: ['table'],
    medium: 'document',
    mediaType: 'text/plain',
    note: 'a server’s log',
  } as const
  return sample('_app/logs/app-2019-11-03.log', Buffer.from(`${lines.join('\n')}\n`), told, page)
}

function sourceCode(): SampleFile {
  const code = `"""Makes thumbnails of uploaded pictures. Runs once a minute."""
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
`
  const told = {
    kind: 'other',
    medium: 'document',
    mediaType: 'text/plain',
    mediaTypesOk: ['text/x-python', 'text/x-script.python'],
    note: 'source code',
  } as const
  return sample('_app/src/resize_worker.py', Buffer.from(code), told)
}

function settings(world: World): SampleFile {
  const page = notes()
  const password = `Lumiere-${world.random.digits('db password', 6)}!`
  const text = `# production, do not commit
APP_ENV=production
APP_URL=${page.is('URL', 'https://app.clinicpix.example')}
DB_HOST=db-prod-2.internal.example
DB_USER=clinicpix
DB_PASSWORD=${page.is('CREDENTIAL', password)}
SMTP_USER=${page.is('EMAIL_ADDRESS', 'robot@clinicpix.example')}
SMTP_PASSWORD=${page.is('CREDENTIAL', `smtp-${world.random.digits('smtp password', 8)}`)}
UPLOAD_BUCKET=clinicpix-media-prod
`
  const told = { kind: 'other', medium: 'document', mediaType: 'text/plain', note: 'settings with passwords' } as const
  return sample('_app/config/production.env', Buffer.from(text), told, page)
}

function emptyFile(): SampleFile {
  const told = {
    kind: 'other',
    medium: 'other',
    mediaType: 'application/x-empty',
    mediaTypesOk: ['inode/x-empty', 'application/octet-stream', 'text/plain'],
    coverage: ['full', 'none'],
    note: 'no bytes at all',
  } as const
  return sample('_app/uploads/empty.txt', new Uint8Array(), told)
}

function thumbs(): SampleFile {
  const told = {
    kind: 'other',
    medium: 'other',
    mediaType: 'application/x-cfb',
    mediaTypesOk: ['application/x-ole-storage', 'application/octet-stream', 'image/vnd.ms-thumbs-db'],
    coverage: ['none', 'partial', 'full'],
    causes: ['unsupported_type', 'no_text'],
    note: 'a compound file',
  } as const
  return sample('nice/a_trier/Thumbs.db', makeThumbsDb(), told)
}

function dsStore(): SampleFile {
  const told = {
    kind: 'other',
    medium: 'other',
    mediaType: 'application/octet-stream',
    mediaTypesOk: ['application/x-ds-store', 'application/x-apple-dsstore'],
    coverage: ['none', 'partial'],
    causes: ['unsupported_type'],
    note: 'what a Mac leaves in a folder',
  } as const
  return sample('malaga/.DS_Store', makeDsStore(), told)
}

function noise(world: World): SampleFile {
  const bytes = Uint8Array.from({ length: 3_000 }, (_, at) => world.random.int(`noise ${at}`, 256))
  const told = {
    kind: 'other',
    medium: 'other',
    mediaType: 'application/octet-stream',
    coverage: ['none'],
    causes: ['unsupported_type'],
    note: 'bytes by chance',
  } as const
  return sample('_app/uploads/b91f.part', bytes, told)
}

/** The bucket's own listing, the way a public bucket shows it. */
function bucketListing(): SampleFile {
  const keys = [
    'nice/01_PATIENTS/',
    'nice/COMPTA 2019/tarifs 2019.xlsx',
    'nice/marketing/terrasse.jpg',
    'london/exports/',
    '_app/logs/app-2019-11-03.log',
  ]
  const contents = keys.map(
    (key, at) =>
      `  <Contents><Key>${escapeXml(key)}</Key><LastModified>2019-11-0${at + 1}T02:00:00.000Z</LastModified><Size>${at * 4_711}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
  <Name>clinicpix-media-prod</Name><Prefix></Prefix><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>
${contents.join('\n')}
</ListBucketResult>
`
  const told = {
    kind: 'other',
    kindsOk: ['table'],
    medium: 'document',
    mediaType: 'application/xml',
    mediaTypesOk: ['text/xml'],
    note: 'the bucket’s own listing',
  } as const
  return sample('_app/listing.xml', Buffer.from(xml), told)
}

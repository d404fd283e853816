/**
 * One large mailbox: time beside `cat` of the same file in the same run, and memory at two sizes, which should hardly
 * differ. `node bench/mailbox.ts --megabytes 2048 --kilobytes 250`.
 */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { megabytes: { type: 'string', default: '200' }, kilobytes: { type: 'string', default: '250' } },
})
const work = mkdtempSync(join(tmpdir(), 'leaksift-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

for (const share of [0.25, 1]) measure(Number(values.megabytes) * share, Number(values.kilobytes))

function measure(megabytes: number, kilobytes: number): void {
  const file = join(work, `${Math.round(megabytes)}.mbox`)
  const messages = makeMailbox(file, megabytes * 2 ** 20, kilobytes * 2 ** 10)
  const started = performance.now()
  execFileSync('cat', [file], { stdio: ['ignore', 'ignore', 'inherit'] })
  const floor = (performance.now() - started) / 1_000
  const script = fileURLToPath(new URL('./scan-once.ts', import.meta.url))
  const output = execFileSync(process.execPath, [script, file, `${file}.sqlite`, '1'], { encoding: 'utf8' })
  const { seconds, peak, examining }: Record<'seconds' | 'peak' | 'examining', number> = JSON.parse(output)
  console.log(
    `${megabytes} MB, ${messages} messages: ${seconds.toFixed(1)} s, ${(megabytes / seconds).toFixed(1)} MB/s, ${((seconds / messages) * 1e3).toFixed(1)} ms a message; cat ${floor.toFixed(2)} s; peak ${peak} MB, examining ${examining} MB`,
  )
  rmSync(file)
}

/** Made-up messages, each with a short text and one attachment in base64 that fills it up. */
function makeMailbox(file: string, bytes: number, each: number): number {
  const handle = openSync(file, 'w')
  let number = 0
  for (let size = 0; size < bytes; ) {
    number += 1
    size += writeSync(handle, message(number, each))
  }
  closeSync(handle)
  return number
}

function message(number: number, bytes: number): string {
  const attached = Buffer.alloc(Math.floor((bytes * 3) / 4), `line ${number} of the attachment\n`)
  return [
    `From user${number}@example.org Mon Mar  4 10:00:00 2024`,
    `From: Jane Roe <jane.roe${number}@example.org>`,
    `To: John Doe <john.doe${number % 500}@example.org>`,
    `Subject: Appointment ${number}`,
    'Date: Mon, 4 Mar 2024 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `Dear Mr Doe, please call +33 6 12 34 56 ${String(number % 90).padStart(2, '0')} about the visit.`,
    '--b',
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="notes ${number}.txt"`,
    '',
    attached.toString('base64').replace(/.{76}/g, '$&\n'),
    '--b--',
    '',
    '',
  ].join('\n')
}

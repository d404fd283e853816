/**
 * Large tables: a CSV of five million rows and an SQL dump of two gigabytes, each scanned beside `cat` and a bare read of
 * the same file in the same run. `node bench/tables.ts --rows 200000 --megabytes 100` for smaller ones.
 */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '5000000' }, megabytes: { type: 'string', default: '2000' } },
})
const work = mkdtempSync(join(tmpdir(), 'leaksift-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

const given = ['Anna', 'Bruno', 'Chloé', 'Dieter', 'Elena', 'Farid', 'Greta', 'Hugo', 'Inès', 'Jan']
const family = ['Roe', 'Doe', 'Martin', 'Weber', 'Rossi', 'García', 'Jansen', 'Nowak', 'Silva', 'Petit']
const cities = ['Lyon', 'Köln', 'Torino', 'Málaga', 'Gent', 'Porto', 'Leeds', 'Gdańsk']
const statuses = ['open', 'paid', 'late']

measure('patients.csv', (write) => writeCsv(write, Number(values.rows)))
measure('dump.sql', (write) => writeSql(write, Number(values.megabytes) * 1e6))

function* people(): Generator<readonly string[]> {
  for (let n = 1; ; n += 1) {
    const first = given[n % 10] ?? ''
    const last = `${family[(n * 7) % 10]}${(n % 1_000).toString(26).replace(/\d/g, 'x')}`
    const born = `${1930 + (n % 80)}-0${1 + (n % 9)}-${10 + (n % 18)}`
    const phone = `+33 6 ${String(10_000_000 + ((n * 7_919) % 89_999_999)).replace(/(..)(?=.)/g, '$1 ')}`
    const mail = `${last.toLowerCase()}.${n}@mail${n % 9}.example`
    const amount = ((n * 37) % 90_000) / 100
    yield [
      `${n}`,
      first,
      last,
      born,
      mail,
      phone,
      cities[n % 8] ?? '',
      amount.toFixed(2),
      statuses[n % 3] ?? '',
      `seen ${n % 7} times, no complaint`,
    ]
  }
}

function writeCsv(write: (text: string) => void, rows: number): void {
  write('id,first_name,last_name,birth_date,email,phone,city,amount,status,note\n')
  let row = 0
  for (const cells of people()) {
    if (row++ >= rows) return
    write(`${cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')}\n`)
  }
}

function writeSql(write: (text: string) => void, bytes: number): void {
  write(
    '-- MySQL dump 10.13\nCREATE TABLE `patients` (`id` int, `first_name` text, `last_name` text, `birth_date` date, `email` text, `phone` text, `city` text, `amount` decimal(9,2), `status` text, `note` text);\n',
  )
  let [written, row] = [0, 0]
  for (const cells of people()) {
    const tuple = `(${cells.map((cell, at) => (at === 0 || at === 7 ? cell : `'${cell}'`)).join(',')})`
    const text = row % 500 === 0 ? `${row === 0 ? '' : ';\n'}INSERT INTO \`patients\` VALUES ${tuple}` : `,${tuple}`
    write(text)
    written += text.length
    row += 1
    if (written >= bytes) break
  }
  write(';\nCREATE TABLE `notes` (`id` int);\n')
}

function measure(name: string, make: (write: (text: string) => void) => void): void {
  const folder = join(work, name.replace('.', '-'))
  mkdirSync(folder)
  const file = join(folder, name)
  makeFile(file, make)
  const megabytes = statSync(file).size / 1e6
  const bare = bareRead(file)
  const cat = seconds(() => execFileSync('sh', ['-c', 'cat "$0" >/dev/null', file]))
  const script = fileURLToPath(new URL('./scan-once.ts', import.meta.url))
  const output = execFileSync(process.execPath, [script, folder, join(work, `${name}.sqlite`), '1'], {
    encoding: 'utf8',
  })
  const scan: { seconds: number; peak: number; coverage: { full: number; partial: number; none: number } } =
    JSON.parse(output)
  const rate = (time: number) => `${time.toFixed(2)} s, ${(megabytes / time).toFixed(0)} MB/s`
  console.log(
    `${name}, ${megabytes.toFixed(0)} MB: scan ${rate(scan.seconds)}, peak ${scan.peak} MB, ${scan.coverage.partial + scan.coverage.none === 0 ? 'read whole' : 'NOT READ WHOLE'}; cat ${rate(cat)}; bare read ${rate(bare)}; scan takes ${(scan.seconds / cat).toFixed(0)} × cat, ${(scan.seconds / bare).toFixed(0)} × bare read`,
  )
  rmSync(folder, { recursive: true })
}

function makeFile(file: string, make: (write: (text: string) => void) => void): void {
  const handle = openSync(file, 'w')
  let held = ''
  make((text) => {
    held += text
    if (held.length < 2 ** 20) return
    writeSync(handle, held)
    held = ''
  })
  writeSync(handle, held)
  closeSync(handle)
}

function bareRead(file: string): number {
  const handle = openSync(file, 'r')
  const buffer = Buffer.alloc(2 ** 20)
  const time = seconds(() => {
    while (readSync(handle, buffer) > 0);
  })
  closeSync(handle)
  return time
}

function seconds(work: () => void): number {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1_000
}

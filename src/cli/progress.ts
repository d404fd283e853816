import { bytesText, countText } from '../reports/numbers.ts'
import type { Progress } from '../run.ts'
import { version } from '../version.ts'
import { makePace, type Pace, shareOf, type Total } from './pace.ts'

/** What shows how far a scan is, on standard error. Made when it begins, ended once. */
export interface ProgressView {
  update(progress: Progress): void
  total(total: Total): void
  /** Says something beside the progress: a line of its own. */
  notice(notice: Notice): void
  /** Leaves nothing on the terminal. Later calls do nothing. */
  end(): void
}

/** A line beside the progress; with `--progress json` all its members are told. */
export interface Notice {
  readonly type: 'stopping' | 'end'
  /** For people. */
  readonly message?: string
  readonly status?: 'finished' | 'interrupted'
  readonly exit_code?: number
}

export type ProgressMode = 'auto' | 'bar' | 'json' | 'none'

/** The version of the JSON lines; raised when a member changes its meaning or goes. */
export const progressVersion = 1

/** Where progress goes: standard error, or what stands for it in a test. */
export interface ProgressOut {
  readonly isTerminal: boolean
  /** Columns of the terminal; asked each time, for it may be resized. */
  width(): number
  write(text: string): void
  /** Seconds since the scan began. */
  seconds(): number
}

/** Seconds between two JSON lines, two looks of a bar, and two lines of a bar that goes into a file. */
const intervals = { json: 1, bar: 0.2, file: 10 } as const

/** The view for a mode; `auto` is a bar on a terminal and nothing elsewhere. */
export function progressView(mode: ProgressMode, out: ProgressOut): ProgressView {
  const kind = mode === 'auto' ? (out.isTerminal ? 'bar' : 'none') : mode
  if (kind === 'json') return jsonLines(out)
  return kind === 'bar' ? bar(out) : plain(out)
}

function plain(out: ProgressOut): ProgressView {
  return { update() {}, total() {}, notice: ({ message }) => tell(out, message), end() {} }
}

function tell(out: ProgressOut, message: string | undefined): void {
  if (message !== undefined) out.write(`${message}\n`)
}

function jsonLines(out: ProgressOut): ProgressView {
  const line = (data: unknown) => out.write(`${JSON.stringify(data)}\n`)
  const pace = makePace()
  let next: number = intervals.json
  let latest: Progress | undefined
  let told: Progress | undefined
  let total: Total | undefined
  line({ type: 'start', version: progressVersion, tool_version: version })
  const tellLatest = () => {
    if (latest === undefined || latest === told) return
    told = latest
    line(progressLine(latest, total, pace(latest, total, out.seconds()), out.seconds()))
  }
  return {
    update(progress) {
      const isOther = latest?.phase !== progress.phase
      latest = progress
      if (out.seconds() < next && !isOther) return
      next = out.seconds() + intervals.json
      tellLatest()
    },
    total(counted) {
      total = counted
    },
    notice: line,
    end: tellLatest,
  }
}

/** A JSON line of type `progress`; docs/progress.md says what each member means. */
export function progressLine(progress: Progress, total: Total | undefined, pace: Pace, seconds: number): unknown {
  const { phase, entries, bytes, known, records, incomplete, kinds } = progress
  return {
    type: 'progress',
    phase,
    entries,
    bytes,
    known,
    records,
    incomplete,
    kinds: Object.fromEntries([...kinds].sort(([a], [b]) => (a < b ? -1 : 1))),
    total_entries: total?.files ?? null,
    total_bytes: total?.bytes ?? null,
    seconds: tenths(seconds),
    entries_per_second: tenths(pace.perSecond),
    seconds_left: pace.secondsLeft ?? null,
  }
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

/** Writes over its own line with blanks and carriage returns alone: no state of the terminal has to be put back. */
function bar(out: ProgressOut): ProgressView {
  const pace = makePace()
  const interval = out.isTerminal ? intervals.bar : intervals.file
  let next = 0
  let latest: Progress | undefined
  let total: Total | undefined
  let shown = 0
  let isOver = false
  const width = () => (out.isTerminal ? Math.max(10, out.width() || 80) : 200)
  const clear = () => {
    // A terminal that echoes ^C puts it behind the line.
    if (out.isTerminal && shown > 0) out.write(`\r${' '.repeat(Math.min(shown + 4, width() - 1))}\r`)
    shown = 0
  }
  const draw = () => {
    next = out.seconds() + interval
    const line = latest
      ? barLine(latest, total, pace(latest, total, out.seconds()), width())
      : 'starting …'.slice(0, width() - 1)
    const length = [...line].length
    out.write(out.isTerminal ? `\r${line}${' '.repeat(Math.max(0, shown - length))}` : `${line}\n`)
    shown = length
  }
  const clock = setInterval(draw, 1_000 * Math.max(1, interval))
  clock.unref()
  if (out.isTerminal) draw()
  return {
    update(progress) {
      const isOther = latest?.phase !== progress.phase
      latest = progress
      if (!isOver && (out.seconds() >= next || isOther)) draw()
    },
    total(counted) {
      total = counted
    },
    notice({ message }) {
      clear()
      tell(out, message)
    },
    end() {
      if (isOver) return
      isOver = true
      clearInterval(clock)
      clear()
    },
  }
}

const laterPhases: Readonly<Record<Exclude<Progress['phase'], 'examining'>, string>> = {
  learning: "once more: patients' numbers without a label",
  finishing: 'finishing: copies, links between records, digest',
}

/** One line, narrower than the terminal: bar, files, bytes, rate, time left, kinds so far; what does not fit is left out. */
export function barLine(progress: Progress, total: Total | undefined, pace: Pace, width: number): string {
  const { entries, bytes, phase } = progress
  const counts = total ? `${countText(entries)} of ${countText(total.files)} files` : `${countText(entries)} files`
  const parts = [counts, bytesText(bytes)]
  if (phase !== 'examining') parts.push(laterPhases[phase])
  else {
    parts.push(`${countText(Math.round(pace.perSecond))}/s`)
    parts.push(
      total
        ? pace.secondsLeft === undefined
          ? 'time left unknown'
          : `${clockText(pace.secondsLeft)} left`
        : 'counting',
    )
    const kinds = [...progress.kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    parts.push(...kinds.map(([kind, count]) => `${kind} ${countText(count)}`))
  }
  return fitted(`${gauge(phase !== 'examining' ? 1 : total ? shareOf(progress, total) : 0)} `, parts, width - 1)
}

/** As many parts as fit, whole. */
function fitted(before: string, parts: readonly string[], width: number): string {
  let line = before
  for (const [at, part] of parts.entries()) {
    const longer = `${line}${at === 0 ? '' : ' · '}${part}`
    if ([...longer].length > width) break
    line = longer
  }
  return [...line.trimEnd()].slice(0, width).join('')
}

const gaugeWidth = 16

function gauge(done: number): string {
  const full = Math.floor(Math.min(1, done) * gaugeWidth)
  return `${'█'.repeat(full)}${'░'.repeat(gaugeWidth - full)}`
}

/** `0:07`, `12:30`, `1:02:03`. */
function clockText(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

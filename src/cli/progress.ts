import { SingleBar } from 'cli-progress'
import { bytesText, countText } from '../reports/numbers.ts'
import type { Progress } from '../run.ts'

/** What shows how far a scan is. Made when it begins, ended once. */
export interface ProgressView {
  update(progress: Progress): void
  total(total: { readonly files: number; readonly bytes: number }): void
  end(): void
}
export type ProgressMode = 'auto' | 'bar' | 'json' | 'none'

/** Milliseconds between two JSON lines. */
const lineInterval = 1_000

/** The view for a mode; `auto` is a bar on a terminal and nothing elsewhere. */
export function progressView(mode: ProgressMode, out: NodeJS.WriteStream): ProgressView {
  const kind = mode === 'auto' ? (out.isTTY ? 'bar' : 'none') : mode
  if (kind === 'json') return jsonLines(out)
  return kind === 'bar' ? bar(out) : nothing
}

const nothing: ProgressView = Object.freeze({ update() {}, total() {}, end() {} })

/** `{"type":"progress", …}` a line, at most one a second and one at the end. */
function jsonLines(out: NodeJS.WriteStream): ProgressView {
  const started = performance.now()
  let last = started
  let latest: Progress | undefined
  let total: { readonly files: number; readonly bytes: number } | undefined
  const line = () => {
    if (latest) out.write(`${JSON.stringify(progressLine(latest, total, (performance.now() - started) / 1_000))}\n`)
  }
  return {
    update(progress) {
      latest = progress
      if (performance.now() - last < lineInterval) return
      last = performance.now()
      line()
    },
    total(counted) {
      total = counted
    },
    end: line,
  }
}

function progressLine(
  progress: Progress,
  total: { files: number; bytes: number } | undefined,
  seconds: number,
): unknown {
  const { entries, bytes, known, records, incomplete, kinds } = progress
  return {
    type: 'progress',
    entries,
    bytes,
    known,
    records,
    incomplete,
    kinds: Object.fromEntries([...kinds].sort()),
    total_entries: total?.files ?? null,
    total_bytes: total?.bytes ?? null,
    seconds: Math.round(seconds * 10) / 10,
    seconds_left: total ? Math.round(secondsLeft(progress, total, seconds)) : null,
  }
}

function bar(out: NodeJS.WriteStream): ProgressView {
  const started = performance.now()
  let latest: Progress | undefined
  let total: { readonly files: number; readonly bytes: number } | undefined
  const view = new SingleBar({
    stream: out,
    clearOnComplete: true,
    hideCursor: true,
    fps: 5,
    linewrap: false,
    noTTYOutput: true,
    format: (_options, _params) =>
      latest ? barLine(latest, total, (performance.now() - started) / 1_000, out.columns ?? 80) : 'listing …',
  })
  view.start(1, 0)
  return {
    update(progress) {
      latest = progress
      view.update(0)
    },
    total(counted) {
      total = counted
    },
    end() {
      view.stop()
    },
  }
}

/** One line, never wider than the terminal: bar, files, bytes, rate, time left, kinds so far. */
export function barLine(
  progress: Progress,
  total: { readonly files: number; readonly bytes: number } | undefined,
  seconds: number,
  width: number,
): string {
  const fresh = progress.entries - progress.known
  const rate = `${countText(Math.round(fresh / Math.max(seconds, 0.001)))}/s`
  const counts = total
    ? `${countText(progress.entries)} of ${countText(total.files)} files`
    : `${countText(progress.entries)} files`
  const left = total ? `${clock(secondsLeft(progress, total, seconds))} left` : 'counting'
  const kinds = [...progress.kinds].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${kind} ${countText(count)}`)
  const line = `${gauge(total ? share(progress, total) : 0)} ${counts} · ${bytesText(progress.bytes)} · ${rate} · ${left} · ${kinds.join(', ')}`
  return [...line].slice(0, Math.max(20, width - 1)).join('')
}

const gaugeWidth = 20

function gauge(done: number): string {
  const full = Math.round(Math.min(1, done) * gaugeWidth)
  return `${'█'.repeat(full)}${'░'.repeat(gaugeWidth - full)}`
}

/** Files and bytes count alike: many small files and one large one both take time. */
function share({ entries, bytes }: Progress, total: { readonly files: number; readonly bytes: number }): number {
  return (entries / Math.max(1, total.files) + bytes / Math.max(1, total.bytes)) / 2
}

function secondsLeft(
  progress: Progress,
  total: { readonly files: number; readonly bytes: number },
  seconds: number,
): number {
  const done = share(progress, total)
  return done > 0 ? Math.max(0, (seconds * (1 - done)) / done) : 0
}

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60]
  return parts.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

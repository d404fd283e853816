import { describe, expect, test } from 'vitest'
import { makePace } from '../../src/cli/pace.ts'
import { barLine, type ProgressMode, type ProgressOut, progressLine, progressView } from '../../src/cli/progress.ts'
import type { Progress } from '../../src/run.ts'

const progress = (more: Partial<Progress> = {}): Progress => ({
  phase: 'examining',
  entries: 1_500,
  bytes: 2_500_000,
  known: 0,
  records: 1_700,
  incomplete: 12,
  kinds: new Map([
    ['other', 400],
    ['invoice', 1_200],
    ['treatment_plan', 100],
  ]),
  ...more,
})
const total = { files: 6_000, bytes: 10_000_000 }

/** Standard error with a clock that is set by hand. */
function screen(isTerminal: boolean, columns = 80) {
  const written: string[] = []
  const clock = { seconds: 0 }
  const out: ProgressOut = {
    isTerminal,
    width: () => columns,
    write: (text) => void written.push(text),
    seconds: () => clock.seconds,
  }
  return {
    out,
    clock,
    written,
    lines: () =>
      written
        .join('')
        .split('\n')
        .filter((line) => line !== ''),
  }
}

/** What a terminal shows: carriage returns go back to the beginning, later signs cover earlier ones. */
function shown(text: string): string[] {
  return text.split('\n').map((line) => {
    const cells: string[] = []
    let at = 0
    for (const sign of line) {
      if (sign === '\r') at = 0
      else {
        cells[at] = sign
        at += 1
      }
    }
    return cells.join('').trimEnd()
  })
}

describe('the line of the bar', () => {
  test('tells files, bytes, rate, time left and kinds, the commonest first', () => {
    const line = barLine(progress(), total, { perSecond: 1_234.4, secondsLeft: 754 }, 200)
    expect(line).toBe(
      '████░░░░░░░░░░░░ 1,500 of 6,000 files · 2.5 MB · 1,234/s · 12:34 left · invoice 1,200 · other 400 · treatment_plan 100',
    )
  })

  test.each([200, 120, 80, 60, 40, 20, 10])(
    'is narrower than a terminal of %d columns, and cuts no part in two',
    (width) => {
      const line = barLine(progress(), total, { perSecond: 10, secondsLeft: 3 }, width)
      expect([...line].length).toBeLessThan(width)
      const whole = barLine(progress(), total, { perSecond: 10, secondsLeft: 3 }, 1_000)
      expect(whole.startsWith(line)).toBe(true)
      if (width >= 60) expect(` ·${whole.slice(line.length)}`).toMatch(/^ ·( ·|$)/)
    },
  )

  test.each<[number | undefined, string]>([
    [0, '0:00 left'],
    [7, '0:07 left'],
    [3_599, '59:59 left'],
    [3_600, '1:00:00 left'],
    [360_000, '100:00:00 left'],
    [undefined, 'time left unknown'],
  ])('%s seconds are told as %s', (secondsLeft, says) => {
    expect(barLine(progress(), total, { perSecond: 10, secondsLeft }, 200)).toContain(`· ${says} ·`)
  })

  test('says that it is still counting, and what it does at the end', () => {
    expect(barLine(progress(), undefined, { perSecond: 10, secondsLeft: undefined }, 200)).toMatch(
      /^░{16} 1,500 files · 2\.5 MB · 10\/s · counting/,
    )
    expect(barLine(progress({ phase: 'finishing' }), total, { perSecond: 0, secondsLeft: 0 }, 200)).toMatch(
      /^█{16} 1,500 of 6,000 files · 2\.5 MB · finishing/,
    )
  })
})

describe('the pace', () => {
  test('is that of the last half minute, so that a resumed scan tells true', () => {
    const pace = makePace()
    let last = pace({ ...progress(), entries: 0, bytes: 0 }, total, 0)
    // Ten seconds through what is known, then a hundred files a second.
    for (let seconds = 1; seconds <= 60; seconds += 1) {
      const entries = seconds <= 10 ? seconds * 300 : 3_000 + (seconds - 10) * 20
      last = pace({ ...progress(), entries, bytes: entries * 1_000 }, { files: 6_000, bytes: 6_000_000 }, seconds)
    }
    expect(last.perSecond).toBeCloseTo(20, 0)
    expect(last.secondsLeft).toBe(100)
  })

  test('claims nothing as long as nothing is known', () => {
    const pace = makePace()
    expect(pace(progress(), undefined, 1).secondsLeft).toBeUndefined()
    expect(pace(progress(), total, 1).secondsLeft).toBeUndefined()
    expect(pace(progress({ entries: 6_000, bytes: 10_000_000 }), total, 2).secondsLeft).toBe(0)
  })

  test('an empty total divides by nothing', () => {
    const pace = makePace()
    expect(pace(progress({ entries: 0, bytes: 0 }), { files: 0, bytes: 0 }, 1)).toEqual({
      perSecond: 0,
      secondsLeft: 0,
    })
  })
})

describe('a bar on a terminal', () => {
  test('leaves nothing behind, and no state of the terminal to put back', () => {
    const { out, clock, written } = screen(true)
    const view = progressView('auto', out)
    view.total(total)
    for (let at = 0; at < 20; at += 1) {
      clock.seconds += 0.25
      view.update(progress({ entries: 100 * (20 - at) }))
    }
    expect(shown(written.join('')).at(-1)).toMatch(/files/)
    view.end()
    view.end()
    view.update(progress())
    expect(shown(written.join(''))).toEqual([''])
    expect(written.join('')).not.toContain('\x1b')
  })

  test('draws at most five times a second', () => {
    const { out, clock, written } = screen(true)
    const view = progressView('bar', out)
    for (let at = 0; at < 1_000; at += 1) {
      clock.seconds += 0.001
      view.update(progress())
    }
    view.end()
    expect(written.length).toBeLessThan(10)
  })

  test('a notice stands on a line of its own, with nothing of the bar or of ^C beside it', () => {
    const { out, written } = screen(true)
    const view = progressView('bar', out)
    view.update(progress({ phase: 'finishing' }))
    out.write('^C')
    view.notice({ type: 'stopping', message: 'Stopping.' })
    expect(shown(written.join(''))).toEqual(['Stopping.', ''])
    view.end()
  })

  test.each([0, 10, 40])('fits a terminal of %d columns', (columns) => {
    const { out, written } = screen(true, columns)
    const view = progressView('bar', out)
    view.update(progress({ phase: 'finishing' }))
    view.end()
    const width = columns || 80
    for (const line of written.join('').split(/[\r\n]/)) expect([...line].length).toBeLessThan(width)
  })
})

describe('elsewhere than on a terminal', () => {
  test.each<ProgressMode>(['auto', 'none'])('%s says nothing but notices', (mode) => {
    const { out, lines } = screen(false)
    const view = progressView(mode, out)
    view.update(progress())
    view.notice({ type: 'end', status: 'finished', exit_code: 0 })
    view.notice({ type: 'end', status: 'interrupted', exit_code: 130, message: 'Interrupted.' })
    view.end()
    expect(lines()).toEqual(['Interrupted.'])
  })

  test('a bar that goes into a file is a line now and then', () => {
    const { out, clock, lines } = screen(false)
    const view = progressView('bar', out)
    for (let at = 0; at < 100; at += 1) {
      clock.seconds += 0.25
      view.update(progress())
    }
    view.end()
    expect(lines()).toHaveLength(3)
    expect(lines()[0]).toMatch(/^░+ 1,500 files/)
  })
})

describe('JSON lines', () => {
  test('have a documented shape (docs/progress.md)', () => {
    expect(progressLine(progress(), total, { perSecond: 12.34, secondsLeft: 400 }, 10.06)).toEqual({
      type: 'progress',
      phase: 'examining',
      entries: 1_500,
      bytes: 2_500_000,
      known: 0,
      records: 1_700,
      incomplete: 12,
      kinds: { invoice: 1_200, other: 400, treatment_plan: 100 },
      total_entries: 6_000,
      total_bytes: 10_000_000,
      seconds: 10.1,
      entries_per_second: 12.3,
      seconds_left: 400,
    })
    expect(progressLine(progress(), undefined, { perSecond: 0, secondsLeft: undefined }, 0)).toMatchObject({
      total_entries: null,
      total_bytes: null,
      seconds_left: null,
    })
  })

  test('come at most once a second, at each change of phase, and at the end', () => {
    const { out, clock, lines } = screen(false)
    const view = progressView('json', out)
    for (let at = 0; at < 30; at += 1) {
      clock.seconds += 0.1
      view.update(progress({ entries: at }))
    }
    view.update(progress({ entries: 30, phase: 'finishing' }))
    view.update(progress({ entries: 31, phase: 'finishing' }))
    view.end()
    view.end()
    view.notice({ type: 'end', status: 'finished', exit_code: 3 })
    const told: { type: string; entries?: number; phase?: string }[] = lines().map((line) => JSON.parse(line))
    expect(told.map(({ type }) => type)).toEqual(['start', ...Array(told.length - 2).fill('progress'), 'end'])
    expect(told.filter(({ phase }) => phase === 'examining').length).toBeLessThanOrEqual(4)
    expect(told.at(-2)).toMatchObject({ entries: 31, phase: 'finishing' })
    expect(told.at(-1)).toEqual({ type: 'end', status: 'finished', exit_code: 3 })
  })
})

import { readdirSync, readFileSync } from 'node:fs'

/** Numbers of all processes that this one started, and that those started. Linux only; none elsewhere. */
export function descendants(of: number = process.pid): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of entries('/proc')) {
    const stat = /^\d+$/.test(name) ? textOf(`/proc/${name}/stat`) : ''
    const parent = /\) \S (\d+)/.exec(stat.slice(stat.lastIndexOf(')')))?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid)
    return parent === of || (parent !== undefined && parent > 1 && isBelow(parent))
  }
  return [...parents.keys()].filter(isBelow)
}

/** Megabytes that a process holds now; 0 where that is not told. */
export function residentMegabytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1_024
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Not Linux: nothing is told, and the figures say 0.
    return []
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    // It ended between the listing and the reading.
    return ''
  }
}

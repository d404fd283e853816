import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Detector } from '../../src/core/finding.ts'
import { detectors } from '../../src/detectors/registry.ts'
import { detectorContract } from '../contracts/detector-contract.ts'

const folder = new URL('../../src/detectors/', import.meta.url)

function isDetector(value: unknown): value is Detector {
  return typeof value === 'object' && value !== null && 'find' in value && 'entityType' in value
}

describe('the registry', () => {
  it('names every detector of the folder, and each of them once', async () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    const exported: Detector[] = []
    for (const file of files) {
      const module: Record<string, unknown> = await import(new URL(file, folder).href)
      exported.push(...Object.values(module).filter(isDetector))
    }
    const ids = (list: readonly Detector[]) => list.map((unit) => unit.id).sort()
    expect(ids(detectors)).toEqual(ids([...new Set(exported)]))
    expect(new Set(ids(detectors)).size).toBe(detectors.length)
  })
})

describe('every detector keeps the contract', () => {
  for (const unit of detectors) detectorContract(unit)
})

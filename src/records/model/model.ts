import { readFileSync } from 'node:fs'
import { evidenceList } from './evidence.ts'
import { type Network, readNetwork } from './network.ts'

const file = new URL('../../../models/documents.bin', import.meta.url)

let loaded: Network | undefined

/**
 * The model that tells kinds of documents apart: read once a thread, on first use.
 * @throws Error where the file is not there, or was trained on other evidence than this program gathers
 */
export function documentModel(): Network {
  loaded ??= fitting(readNetwork(readFileSync(file)))
  return loaded
}

function fitting(network: Network): Network {
  const ours = evidenceList.map(({ id }) => id).join(' ')
  if (network.evidence.join(' ') !== ours) throw new Error('models/documents.bin was trained on other evidence')
  return network
}

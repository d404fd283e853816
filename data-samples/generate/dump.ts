import { archiveFiles } from './archives.ts'
import { brokenFiles } from './broken.ts'
import { makeClinics } from './clinics.ts'
import { khaledFiles } from './dubai/khaled.ts'
import { nouraFiles } from './dubai/noura.ts'
import { partnerFiles } from './elsewhere.ts'
import { annelieFiles } from './freiburg/annelie.ts'
import { joergFiles } from './freiburg/joerg.ts'
import { cardFiles } from './id-cards.ts'
import { junkFiles } from './junk.ts'
import { brandonFiles } from './london/brandon.ts'
import { eleanorFiles } from './london/eleanor.ts'
import { structuredFiles } from './london/structured.ts'
import { tableFiles } from './london/tables.ts'
import { carmenFiles } from './malaga/carmen.ts'
import { inigoFiles } from './malaga/inigo.ts'
import { camilleFiles } from './nice/camille.ts'
import { camilleRecords } from './nice/camille-records.ts'
import { heleneFiles } from './nice/helene.ts'
import { idrissFiles } from './nice/idriss.ts'
import { letterFiles } from './nice/letters.ts'
import { marcFiles } from './nice/marc.ts'
import { officeFiles } from './nice/office.ts'
import { niceTables } from './nice/tables.ts'
import { makePeople, type Person } from './people.ts'
import { pictureFiles } from './pictures.ts'
import { makeRandom } from './random.ts'
import { secretsOf } from './secrets.ts'
import type { Studio } from './studio.ts'
import { torinoFiles } from './torino.ts'
import type { PersonTruth, SampleFile, Truth } from './truth.ts'

/** The seed of the committed dump. */
export const defaultSeed = 20_200_214

/**
 * The whole dump and its truth, in path order: the same for the same seed, pictures aside, whose bytes come from the studio.
 * @throws Error when two files would have one path
 */
export async function makeDump(
  seed: number,
  studio: Studio,
): Promise<{ readonly files: readonly SampleFile[]; readonly truth: Truth }> {
  const random = makeRandom(seed)
  const world = { random, people: makePeople(random), clinics: makeClinics(random), studio }
  const originals = [
    ...(await camilleFiles(world)),
    ...camilleRecords(world),
    ...(await heleneFiles(world)),
    ...(await idrissFiles(world)),
    ...(await marcFiles(world)),
    ...(await officeFiles(world)),
    ...niceTables(world),
    ...letterFiles(world),
    ...(await eleanorFiles(world)),
    ...structuredFiles(world),
    ...(await brandonFiles(world)),
    ...tableFiles(world),
    ...(await joergFiles(world)),
    ...(await annelieFiles(world)),
    ...(await carmenFiles(world)),
    ...(await inigoFiles(world)),
    ...(await torinoFiles(world)),
    ...nouraFiles(world),
    ...khaledFiles(world),
    ...(await partnerFiles(world)),
    ...(await pictureFiles(world)),
    ...(await cardFiles(world)),
    ...junkFiles(world),
  ]
  const made = [...originals, ...archiveFiles(world, originals), ...(await brokenFiles(world, originals))]
  const files = made.sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const [at, file] of files.entries())
    if (file.path === files[at + 1]?.path) throw new Error(`made twice: ${file.path}`)
  const people = Object.values(world.people).map(personTruth)
  const truth: Truth = {
    seed,
    files: Object.fromEntries(files.map((file) => [file.path, file.truth])),
    people,
    secrets: secretsOf(people, files),
  }
  return { files, truth }
}

/** The truth as it is committed. */
export function truthText(truth: Truth): string {
  return `${JSON.stringify(truth, null, 1)}\n`
}

function personTruth(person: Person): PersonTruth {
  return {
    name: person.name,
    birthDate: person.birth,
    email: person.email,
    phone: person.phone,
    address: `${person.street}, ${person.town}`,
    patientNumber: person.patientNumber,
    ...(person.iban ? { iban: person.iban } : {}),
    ...(person.card ? { card: person.card } : {}),
    ids: person.ids,
  }
}

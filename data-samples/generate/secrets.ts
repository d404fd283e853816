import type { EntityTruth, FileTruth, PersonTruth, SampleFile } from './truth.ts'

/** Entity types whose values are no secret by themselves, or too short to look for. */
const open = new Set(['MEDICAL_PROCEDURE', 'MEDICATION', 'DIAGNOSIS', 'GPS_COORDINATES', 'BIC', 'URL'])

/**
 * Values that a default store must not hold in clear: of the people, and of every file's entities, each as written and without
 * its spaces. What stands in a path or a member's name is left out, for a store keeps those (DESIGN §5).
 */
export function secretsOf(people: readonly PersonTruth[], files: readonly SampleFile[]): string[] {
  const ofPeople = people.flatMap((person) => [
    person.name,
    person.birthDate,
    person.email,
    person.phone,
    person.address.split(', ')[0] ?? '',
    person.patientNumber,
    person.iban ?? '',
    person.card ?? '',
    ...Object.values(person.ids),
  ])
  const ofFiles = files.flatMap(({ truth }) => entitiesOf(truth)).filter(({ entity }) => !open.has(entity))
  const values = [...ofPeople, ...ofFiles.map(({ value }) => value)].flatMap((value) => [value, withoutSpaces(value)])
  const names = files.flatMap(({ path, truth }) => [path, ...memberNames(truth)])
  const isHidden = (value: string) => [...value].length >= 6 && !names.some((name) => name.includes(value))
  return [...new Set(values)].filter(isHidden).sort()
}

function withoutSpaces(value: string): string {
  return /\d/.test(value) && !/[a-z]{3}/i.test(value) ? value.replace(/\s/g, '') : value
}

function entitiesOf(truth: FileTruth): readonly EntityTruth[] {
  return [...truth.entities, ...Object.values(truth.children ?? {}).flatMap(entitiesOf)]
}

function memberNames(truth: FileTruth): string[] {
  return Object.entries(truth.children ?? {}).flatMap(([name, child]) => [name, ...memberNames(child)])
}

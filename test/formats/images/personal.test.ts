import { expect, it } from 'vitest'
import { natureOf } from '../../../src/formats/images/personal.ts'

it.each([
  ['Artist', 'Marie Dupont', 'PERSON'],
  ['By-line', 'MARIE DUPONT', 'PERSON'],
  ['Artist', 'Anna-Lena Groß', 'PERSON'],
  ['Writer-Editor', 'ABC DEF', undefined],
  ['Artist', 'Photo Studio Ltd', undefined],
  ['Artist', 'SCANNER 7', undefined],
  ['Artist', 'photos@clinic.example', undefined],
  ['PersonInImage', 'Lea', 'PERSON'],
  ['RegionName', '12', undefined],
  ['SerialNumber', '0042', 'DEVICE_SERIAL'],
  ['OwnerName', 'x', 'DEVICE_OWNER'],
  ['HostComputer', 'iPhone 11', undefined],
  ['HostComputer', 'Lea’s iMac', 'DEVICE_OWNER'],
  ['GPSPosition', '1, 2', 'GPS_COORDINATES'],
  ['GPSLatitude', '1', undefined],
  ['Caption-Abstract', 'a caption', undefined],
])('%s "%s" is personal, and by itself %s', (name, value, entityType) => {
  expect(natureOf(name, value)).toEqual(entityType === undefined ? { personal: true } : { personal: true, entityType })
})

it.each([
  ['Make', 'Maker'],
  ['Software', 'Program'],
  ['DateTimeOriginal', '2020-01-02T03:04:05'],
  ['Orientation', '1'],
])('%s is not personal', (name, value) => {
  expect(natureOf(name, value)).toEqual({ personal: false })
})

import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const deVehicleRegistration = numberDetector({
  id: 'de-vehicle-registration',
  version: 1,
  entityType: 'DE_KFZ',
  title: 'German vehicle registration (Kfz-Kennzeichen)',
  country: 'de',
  sensitivity: { category: 'simple', identifier: 'code' },
  reference: 'https://www.gesetze-im-internet.de/fzv_2023/__9.html',
  writings: {
    'A{1,3}-A{1,2} 9{1,4}': 0.25,
    'A{1,3}-A{1,2}-9{1,4}': 0.1,
    'A{1,3} A{1,2} 9{1,4}': 0.04,
    'A{1,3}-A{1,2} 9{1,4}A': 0.25,
    'A{1,3}-A{1,2}-9{1,4}A': 0.1,
    'A{1,3} A{1,2} 9{1,4}A': 0.04,
  },
  context: listed(`
    kennzeichen, kfz, kfz kennzeichen, amtliches kennzeichen, nummernschild, autokennzeichen, pkw, fahrzeug
  `),
  needsWords: true,
  // E for electric and H for historic vehicles; no number begins with 0.
  isPossible: (value) => /^[A-Z]{2,5}[1-9]\d{0,3}[EH]?$/.test(value),
  examples: {
    hits: ['Kennzeichen B-AB 1234', 'Fahrzeug HH AB 123E'],
    misses: ['B AB 1234', 'Kennzeichen BAB1234', 'Kennzeichen BXYZ AB 1234'],
  },
})

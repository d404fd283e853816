import { labelDetector } from '../engine/label-detector.ts'
import { listed } from '../engine/lexicon.ts'

export const deviceSerial = labelDetector({
  id: 'device-serial',
  version: 1,
  entityType: 'DEVICE_SERIAL',
  title: 'Serial number of a device, by its label',
  sensitivity: { category: 'behavioural', identifier: 'code' },
  reference:
    'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html (device identifiers and serial numbers)',
  words: {
    'device-label': listed(`
      device serial, device serial number, device serial no, camera serial number, body serial number, lens serial number, implant serial number,
      serial number device, imei, imei1, imei number, udid, android id, device id, numéro de série de l'appareil, n° de série de l'appareil,
      n° de série de l'implant, numéro imei, gerätenummer, geräte seriennummer, implantat seriennummer, número de serie del dispositivo,
      número de serie del equipo, numero di serie del dispositivo, número de série do aparelho, serienummer apparaat, الرقم التسلسلي للجهاز
    `),
    'serial-label': listed(`
      serial number, serial no, s/n, sn, numéro de série, n° de série, seriennummer, serien nr, número de serie, nº de serie, numero di serie,
      número de série, serienummer, الرقم التسلسلي
    `),
    'device-word': listed(`
      device, camera, phone, scanner, laptop, implant, appareil, téléphone, gerät, kamera, implantat, dispositivo, cámara, teléfono, equipo,
      apparecchio, aparelho, toestel, prothèse, prosthesis, pacemaker, model, modèle, modell, modelo, manufacturer, fabricant, hersteller, جهاز
    `),
  },
  labels: {
    'device-label': { confidence: 0.85, digits: 3 },
    'serial-label': { confidence: 0.7, digits: 3, near: 'device-word' },
  },
  value: /[A-Z]{0,8}[-_]?\d[A-Z0-9]{3,23}(?:[-/][A-Z0-9]{1,12}){0,4}(?![\p{L}\d])/iu,
  examples: {
    hits: ['camera serial number: 4102938475', 'IMEI: 490154203237518', 'Implant, n° de série : SN-8842910'],
    misses: ['serial number', 'IMEI: n/a', 'serial number 12'],
  },
})

import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/records/language.ts'
import { madeUpDocuments } from './samples.ts'

describe('languageOf', () => {
  it.each([
    ['fr', 'Le patient est adressé pour une consultation et souhaite un devis avant la pose de la couronne.'],
    ['en', 'The patient was seen in the clinic and would like an estimate before the crown is fitted.'],
    ['de', 'Der Patient wurde in der Praxis gesehen und möchte vor der Krone einen Kostenvoranschlag.'],
    ['es', 'El paciente fue visto en la consulta y desea un presupuesto antes de la corona.'],
    ['it', 'Il paziente è stato visto nello studio e desidera un preventivo prima della corona.'],
    ['pt', 'O paciente foi visto na consulta e deseja um orçamento antes da coroa, mas não tem pressa.'],
    ['nl', 'De patiënt is gezien in de praktijk en wil een begroting voor de kroon wordt geplaatst.'],
    ['ar', 'تم فحص المريض في العيادة وهو يرغب في معرفة التكلفة قبل العلاج'],
    ['pl', 'Pacjent był w gabinecie i nie jest pewny, czy to się uda, ale prosi o wycenę.'],
    ['ru', 'Пациент был на приёме и не знает, что это за лечение, но он просит смету.'],
    ['ko', '환자는 진료실을 방문하여 견적을 요청했습니다.'],
    ['ja', '患者は診療所を訪れ、見積もりを求めました。'],
    ['el', 'Ο ασθενής επισκέφθηκε το ιατρείο και ζήτησε προσφορά.'],
  ])('%s', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })

  it.each(['', '42', 'ok', 'xk7 qqz', '2024-03-01 10:22 17 0x1f'])('is unsure of %j', (text) => {
    expect(languageOf(text)).toBeUndefined()
  })

  it('is right, or unsure, for made-up documents', () => {
    const told = madeUpDocuments().map(({ language, text }) => [language, languageOf(text)] as const)
    expect(told.filter(([language, got]) => got !== undefined && got !== language)).toEqual([])
    expect(told.filter(([, got]) => got === undefined).length / told.length).toBeLessThan(0.04)
  })
})

import { describe, expect, it } from 'vitest'
import { classify } from '../../src/records/classify.ts'
import { kinds } from '../../src/records/registry.ts'
import { textSample } from './samples.ts'

describe('records of health information systems', () => {
  it.each([
    ['CarePlan', 'treatment_plan'],
    ['Consent', 'consent_form'],
    ['MedicationRequest', 'prescription'],
    ['VisionPrescription', 'prescription'],
    ['DiagnosticReport', 'medical_report'],
    ['Observation', 'medical_report'],
    ['Invoice', 'invoice'],
    ['Patient', 'other'],
    ['Claim', 'other'],
  ])('FHIR %s is %s', (resource, kind) => {
    expect(classify(textSample(`{"resourceType": "${resource}", "id": "x"}`), kinds).kind).toBe(kind)
    expect(classify(textSample(`resource Type: ${resource}\nid: x\n`), kinds).kind).toBe(kind)
  })

  it('takes a bundle for the most telling of its resources', () => {
    const bundle = 'resource Type: Bundle\nresource Type: Patient\nresource Type: CarePlan\nresource Type: Observation'
    expect(classify(textSample(bundle), kinds)).toMatchObject({ kind: 'medical_report', because: ['FHIR Bundle'] })
  })

  it.each([
    ['ORU^R01', 'medical_report'],
    ['RDE^O11', 'prescription'],
    ['SIU^S12', 'other'],
  ])('HL7 v2 %s is %s', (type, kind) => {
    expect(classify(textSample(`MSH|^~\\&|LAB|H|EHR|H|20240101||${type}|1|P|2.5\r`), kinds).kind).toBe(kind)
  })

  it.each([
    ['52521-2', 'treatment_plan'],
    ['59284-0', 'consent_form'],
    ['34133-9', 'medical_report'],
  ])('C-CDA with code %s is %s', (code, kind) => {
    const sample = textSample(`code code: ${code}\ntitle: A document`, { mediaType: 'application/hl7-cda+xml' })
    expect(classify(sample, kinds).kind).toBe(kind)
  })
})

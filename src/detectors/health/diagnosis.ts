import { listed } from '../engine/lexicon.ts'
import { lineDetector } from './line-detector.ts'

export const diagnosis = lineDetector({
  id: 'diagnosis',
  version: 1,
  entityType: 'DIAGNOSIS',
  title: 'Diagnosis behind its label',
  sensitivity: { category: 'sensitive' },
  reference: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#d1e1489-1-1 (GDPR, article 4 (15))',
  labels: listed(`
    diagnosis, primary diagnosis, principal diagnosis, final diagnosis, admission diagnosis, discharge diagnosis, preoperative diagnosis,
    postoperative diagnosis, diagnoses, impression, diagnostic, diagnostic principal, diagnostic retenu, diagnostic associé, hypothèse diagnostique,
    motif d'hospitalisation, motif de consultation, antécédents, antécédents médicaux, diagnose, diagnosen, hauptdiagnose, nebendiagnosen,
    aufnahmediagnose, entlassungsdiagnose, verdachtsdiagnose, diagnóstico, diagnóstico principal, diagnósticos, juicio clínico, impresión diagnóstica,
    antecedentes, antecedentes personales, diagnosi, diagnosi di dimissione, diagnosi principale, anamnesi, hipótese diagnóstica, hoofddiagnose,
    voorgeschiedenis, past medical history, medical history, التشخيص, التشخيص النهائي
  `),
  examples: {
    hits: [
      'Patient : Mme X\nDiagnostic : lombalgie chronique',
      'paciente de 42 años\nJuicio clínico: neumonía adquirida en la comunidad',
    ],
    misses: ['Diagnosis: the disk of the server is full', 'diagnostic', 'Patient. Diagnosis: none'],
  },
})

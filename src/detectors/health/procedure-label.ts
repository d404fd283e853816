import { listed } from '../engine/lexicon.ts'
import { lineDetector } from './line-detector.ts'

export const procedureLabel = lineDetector({
  id: 'procedure-label',
  version: 1,
  entityType: 'MEDICAL_PROCEDURE',
  title: 'Medical procedure or treatment behind its label',
  sensitivity: { category: 'sensitive' },
  reference: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#d1e1489-1-1 (GDPR, article 4 (15))',
  labels: listed(`
    procedure, procedure performed, operation, operation performed, surgery, surgical procedure, treatment, treatment plan, proposed treatment,
    intervention, intervention chirurgicale, intervention prévue, acte, actes réalisés, acte réalisé, traitement proposé, traitement réalisé,
    soin, soins, soins proposés, type d'intervention, eingriff, operation am, behandlung, therapie, geplante behandlung, procedimiento,
    procedimiento quirúrgico, intervención, intervención quirúrgica, tratamiento, tratamiento propuesto, procedura, intervento, intervento chirurgico,
    trattamento, terapia, procedimento, cirurgia, tratamento, ingreep, operatie, behandeling, الإجراء, العملية, العلاج
  `),
  examples: {
    hits: [
      'Patiente : Jane Roe\nIntervention : rhinoplastie secondaire',
      'Patient: Roe. Procedure: laparoscopic cholecystectomy',
    ],
    misses: ['Procedure: restart the service', 'procedure call'],
  },
})

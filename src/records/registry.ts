import type { RecordKind } from '../core/record.ts'
import { archive } from './archive.ts'
import { bodyImage } from './body-image.ts'
import { bodyVideo } from './body-video.ts'
import { consentForm } from './consent-form.ts'
import { faceImage } from './face-image.ts'
import { faceVideo } from './face-video.ts'
import { identityDocument } from './identity-document.ts'
import { invoice } from './invoice.ts'
import { medicalImage } from './medical-image.ts'
import { medicalReport } from './medical-report.ts'
import { message } from './message.ts'
import { other } from './other.ts'
import { prescription } from './prescription.ts'
import { table } from './table.ts'
import { treatmentPlan } from './treatment-plan.ts'

/** Every record kind. Order does not matter: the surest match wins, the more sensitive kind on a tie. */
export const kinds: readonly RecordKind[] = Object.freeze([
  archive,
  bodyImage,
  bodyVideo,
  consentForm,
  faceImage,
  faceVideo,
  identityDocument,
  invoice,
  medicalImage,
  medicalReport,
  message,
  other,
  prescription,
  table,
  treatmentPlan,
])

import { writeStudy } from '../../study/index.ts'
import type { Dossier, FileText } from './formats.ts'

/** The study alone, as it is kept. */
export function write({ study }: Dossier): FileText {
  return { name: [study.name, 'study'], text: writeStudy(study) }
}

import type { Dossier } from '../../dossier/dossier.ts'
import { writeStudy } from '../../study/index.ts'
import type { FileMade } from './formats.ts'

/** The study alone, as it is kept. */
export function write({ study }: Pick<Dossier, 'study'>): FileMade {
  return { name: [study.name, 'study'], content: writeStudy(study) }
}

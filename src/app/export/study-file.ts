import type { Dossier } from '../../dossier/dossier.ts'
import { writeStudy } from '../../study/index.ts'
import type { FileMade } from './formats.ts'

/** The study alone, with what is in sight. */
export function write({ study, carried }: Pick<Dossier, 'study' | 'carried'>): FileMade {
  return { name: [study.name, 'study'], content: writeStudy(carried) }
}

import { CARRIED, linkOf } from '../study/link.ts'
import { sightIn } from '../study/index.ts'
import { count } from '../words/index.ts'
import type { Extra } from './extras.ts'

/** The study as a part of an address, with what is in sight. */
export const link: Extra = {
  option: 'link',
  usage: [
    'print the whole study as the end of an address, from its # on: put it',
    'behind the address of the page',
  ],
  prepare: (study) => () => {
    const text = linkOf(study, { scenario: study.scenarios[0].id, ...sightIn(study) })
    const long =
      text.length > CARRIED
        ? `; longer than many mail programs carry (${count(CARRIED)}): a file is safer`
        : ''
    return Promise.resolve({
      text: `The study as a link, ${count(text.length)} characters${long}\n${text}\n`,
      json: { link: text },
    })
  },
}

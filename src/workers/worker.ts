import { expose } from 'comlink'
import { market } from '../../models/index.ts'
import { analyses } from '../analyses/index.ts'
import { browserHasher } from './hasher.ts'
import { holdForLife } from './life-lock.ts'
import { Service } from './service.ts'
import { sharesItsCore } from './worker-name.ts'

const held = holdForLife(self.name)

class BrowserService extends Service {
  override ready(): Promise<void> {
    return held
  }
}

/** Milliseconds after which a page is taken to have nothing to ask. */
const QUIET = 1000
// With one core a rehearsal would take it from the page, which may have much to draw.
const quiet = sharesItsCore(self.name) ? null : QUIET
expose(new BrowserService(market, browserHasher(), analyses, quiet))

import { expose } from 'comlink'
import { market } from '../../models/index.ts'
import { browserHasher } from './hasher.ts'
import { holdForLife } from './life-lock.ts'
import { Service } from './service.ts'

const held = holdForLife(self.name)

class BrowserService extends Service {
  override ready(): Promise<void> {
    return held
  }
}

expose(new BrowserService(market, browserHasher()))

import { expose } from 'comlink'
import { market } from '../../models/index.ts'
import { Service } from './service.ts'

expose(new Service(market))

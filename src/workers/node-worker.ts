import { parentPort } from 'node:worker_threads'
import { expose } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import { market } from '../../models/index.ts'
import { Service } from './service.ts'

if (!parentPort) throw new Error('node-worker.ts runs as a worker thread only')
expose(new Service(market), nodeEndpoint(parentPort))

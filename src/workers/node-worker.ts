import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { expose } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import { market } from '../../models/index.ts'
import { analyses } from '../analyses/index.ts'
import type { Hasher } from './hasher.ts'
import { Service } from './service.ts'

if (!parentPort) throw new Error('node-worker.ts runs as a worker thread only')
// A copy: what Node gives may be a part of a larger buffer, which cannot be handed over.
const hash: Hasher = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())
const quiet = typeof workerData === 'number' ? workerData : null
expose(new Service(market, hash, analyses, quiet), nodeEndpoint(parentPort))

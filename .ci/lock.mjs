import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** @param {string} folder whether the process that made it still lives */
function held(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Runs work that two commands started at once must not do side by side.
 *
 * @template T
 * @param {string} folder made while the work lasts
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(folder, work) {
  for (;;) {
    try {
      mkdirSync(folder)
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    await wait(200)
    if (!held(folder)) {
      // The holder may be between making the folder and writing its number.
      await wait(300)
      if (!held(folder)) rmSync(folder, { recursive: true, force: true })
    }
  }
  writeFileSync(join(folder, 'pid'), String(process.pid))
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// A worker that the browser ends, for want of memory or by a tool, fires no event. The Web Lock it
// held is free from then on, and that can be waited for.

/**
 * Holds a lock for as long as this thread lives.
 *
 * @returns settles once it is held, or where the browser has no locks (a page that is not secure)
 */
export function holdForLife(name: string): Promise<void> {
  const locks = lockManager()
  if (!locks || name === '') return Promise.resolve()
  return new Promise((resolve) => {
    const held = locks.request(name, () => {
      resolve()
      return new Promise<never>(() => {})
    })
    held.catch(() => resolve())
  })
}

/** Calls back when the thread that holds the lock is gone; never where the browser has no locks. */
export function whenReleased(name: string, then: () => void): void {
  lockManager()
    ?.request(name, then)
    .catch(() => {})
}

function lockManager(): LockManager | undefined {
  return navigator.locks as LockManager | undefined
}

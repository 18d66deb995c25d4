/** A name that no other worker has, and that tells it how many cores the machine has. */
export function workerName(cores: number): string {
  return `stakes-worker-${[cores, ...crypto.getRandomValues(new Uint32Array(2))].join('-')}`
}

/** Whether a worker of this name has the machine's only core, which the page wants too. */
export const sharesItsCore = (name: string): boolean => name.startsWith('stakes-worker-1-')

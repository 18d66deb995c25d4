const KEY = 'stakes-shortcuts'

/** Whether single keys do something: people who dictate, or brush keys, turn them off. */
export class SingleKeys {
  on = $state(remembered())

  choose(on: boolean): void {
    this.on = on
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off')
    } catch {
      // A browser that forbids storing keeps the choice until the page is left.
    }
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

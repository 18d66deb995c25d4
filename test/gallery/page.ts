import '@fontsource-variable/inter'
import '../../src/app/app.css'
import '../../src/app/shell.css'
import './gallery.css'
import { charts } from './charts.ts'
import { snapshotOf } from './snapshot.ts'

declare global {
  interface Window {
    /** The drawings of every chart by its id, as text to compare, once the fonts are there. */
    snapshots: () => Promise<Record<string, string>>
  }
}

const main = document.querySelector('main')
if (!main) throw new Error('the gallery needs a <main> in index.html')
// Charts measure their words: with the font there, every opening draws the same.
await document.fonts.load("12px 'Inter Variable'")
// A test may ask for some alone: #FanChart
const wanted = decodeURIComponent(location.hash.slice(1))
for (const [kind, entries] of Object.entries(charts)) {
  if (wanted && wanted !== kind) continue
  const section = document.createElement('section')
  const heading = document.createElement('h2')
  heading.textContent = kind
  section.append(heading)
  for (const { id, title, show } of entries) {
    const frame = document.createElement('div')
    frame.className = 'entry'
    frame.dataset['entry'] = id
    const name = document.createElement('p')
    name.className = 'case'
    name.textContent = title
    const target = document.createElement('div')
    frame.append(name, target)
    section.append(frame)
    show(target)
  }
  main.append(section)
}
window.snapshots = async () => {
  await document.fonts.load('13px "Inter Variable"')
  const all = [...document.querySelectorAll<HTMLElement>('[data-entry]')]
  return Object.fromEntries(all.map((one) => [one.dataset['entry'] ?? '', snapshotOf(one)]))
}
document.body.dataset['done'] = 'yes'

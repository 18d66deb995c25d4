import { mount } from 'svelte'
import '../app/app.css'
import './handout.css'
import type { HandoutData } from '../dossier/handout-data.ts'
import Handout from './Handout.svelte'

const textOf = (id: string) => document.getElementById(id)?.textContent ?? ''
const target = document.getElementById('handout')
if (target) {
  const data = JSON.parse(textOf('data')) as HandoutData
  // What stood there for whoever has no scripts says the same.
  target.replaceChildren()
  mount(Handout, { target, props: { data, licences: textOf('licences') } })
}

import '@fontsource-variable/inter'
import { mount } from 'svelte'
import App from './app/App.svelte'

const target = document.querySelector('#app')
if (!target) throw new Error('index.html has no element #app')
mount(App, { target })
// See index.html: what it says of a page that did not start is not needed now.
document.querySelector('#door')?.remove()
document.querySelector('#unserved')?.remove()

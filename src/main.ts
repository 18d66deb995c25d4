import '@fontsource-variable/inter'
import { mount } from 'svelte'
import App from './app/App.svelte'

const target = document.querySelector('#app')
if (!target) throw new Error('index.html has no element #app')
mount(App, { target })

document.querySelector('#app')?.append('Stakes')

export {}

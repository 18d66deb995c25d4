/** What other screens than the first ask of workers: no first picture is made of it, so its code comes when it is first wanted. */
export const more = () => import('./more-runs.ts')

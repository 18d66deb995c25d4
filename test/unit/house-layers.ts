import type { Import, Source } from './house-sources.ts'

/** Where a file belongs, and which layers it may import. Left of an arrow never knows the right. */
const layers = {
  engine: [],
  words: ['engine'],
  models: ['engine'],
  study: ['engine', 'models', 'words'],
  analyses: ['engine', 'models', 'study'],
  workers: ['engine', 'models', 'study', 'analyses'],
  findings: ['engine', 'words', 'models', 'study', 'analyses'],
  dossier: ['engine', 'words', 'models', 'study', 'analyses', 'findings'],
  cli: [
    'engine',
    'words',
    'models',
    'study',
    'analyses',
    'workers',
    'findings',
    'dossier',
    'export',
  ],
  // A chart saves itself as a picture.
  charts: ['engine', 'words', 'export'],
  controls: ['engine', 'words', 'charts'],
  export: ['engine', 'words', 'models', 'study', 'analyses', 'findings', 'dossier'],
  state: ['engine', 'words', 'models', 'study', 'analyses', 'workers', 'findings', 'dossier'],
  actions: [
    'engine',
    'words',
    'models',
    'study',
    'analyses',
    'workers',
    'findings',
    'dossier',
    'export',
    'state',
  ],
  views: [
    'engine',
    'words',
    'models',
    'study',
    'analyses',
    'findings',
    'dossier',
    'charts',
    'controls',
    'export',
    'state',
    'actions',
  ],
  // Its data comes as text: it knows no state, no worker and no model.
  handout: ['engine', 'words', 'findings', 'charts', 'controls', 'export'],
  app: ['engine', 'words', 'models', 'study', 'findings', 'charts', 'controls', 'state', 'views'],
  main: ['state', 'app'],
} as const satisfies Record<string, readonly string[]>

type Layer = keyof typeof layers

/** First match wins. */
const places: readonly (readonly [RegExp, Layer])[] = [
  [/^models\//, 'models'],
  [/^src\/engine\//, 'engine'],
  [/^src\/words\//, 'words'],
  [/^src\/study\//, 'study'],
  [/^src\/analyses\//, 'analyses'],
  [/^src\/workers\//, 'workers'],
  [/^src\/findings\//, 'findings'],
  [/^src\/dossier\//, 'dossier'],
  [/^src\/cli(\.ts$|\/)/, 'cli'],
  [/^src\/app\/charts\//, 'charts'],
  [/^src\/app\/controls\//, 'controls'],
  [/^src\/app\/export\//, 'export'],
  [/^src\/app\/(state|keep|belief)\//, 'state'],
  [/^src\/app\/actions\//, 'actions'],
  [/^src\/app\/views\//, 'views'],
  [/^src\/app\/(App\.svelte|app\.css)$/, 'app'],
  [/^src\/app\/markdown\.d\.ts$/, 'app'],
  [/^src\/handout\//, 'handout'],
  [/^src\/main\.ts$/, 'main'],
]

const layerOf = (path: string): Layer | undefined => places.find(([place]) => place.test(path))?.[1]

/** Packages a layer may import; any where it is not named. */
const packages: { readonly [L in Layer]?: readonly RegExp[] } = {
  engine: [/^seedrandom(\/seedrandom\.js)?$/, /^@noble\/hashes\//],
  models: [],
  words: [],
  study: [/^valibot$/, /^fflate$/],
  findings: [],
}

const isVersion = (target: string) => target === 'package.json'
const isLook = (target: string) => /^src\/app\/.*\.css$/.test(target)

/** Imports that run against the arrows of the architecture. */
export function wrongWay({ path }: Source, imports: readonly Import[]): string[] {
  const layer = layerOf(path)
  if (!layer) return [`${path} lies in no layer: name its folder in test/unit/house-layers.ts`]
  const allowed: readonly Layer[] = layers[layer]
  return imports.flatMap(({ specifier, target, typesOnly }) => {
    if (target === undefined) {
      const fine = packages[layer]?.some((name) => name.test(specifier)) ?? true
      return fine ? [] : [`${path} is ${layer} and must not import the package ${specifier}`]
    }
    if (isVersion(target) && layer !== 'engine' && layer !== 'models') return []
    if (isLook(target) && /^src\/(app|handout)\//.test(path)) return []
    const other = layerOf(target)
    if (other === layer || (other && allowed.includes(other))) return []
    // What workers answer has a shape; whoever draws or writes it may know the shape.
    const drawsAnswers = [
      'views',
      'app',
      'export',
      'study',
      'findings',
      'analyses',
      'dossier',
    ].includes(layer)
    if (other === 'workers' && typesOnly && drawsAnswers) return []
    // A chart draws a finding or a plain chart: it may know the shape of one.
    if ((other === 'findings' || other === 'dossier') && typesOnly && layer === 'charts') return []
    // A handout knows the shape of what was worked out for it.
    if ((other === 'dossier' || other === 'analyses') && typesOnly && layer === 'handout') return []
    return [`${path} is ${layer} and must not import ${specifier}, which is ${other ?? 'nowhere'}`]
  })
}

/** The model may know the engine's types and its arithmetic, nothing else of it. */
export function modelBeyondTypes({ path }: Source, imports: readonly Import[]): string[] {
  if (!path.startsWith('models/')) return []
  return imports
    .filter(({ target }) => target?.startsWith('src/engine/') && target !== 'src/engine/math.ts')
    .filter(({ typesOnly }) => !typesOnly)
    .map(({ specifier }) => `${path} must take only types from ${specifier}: use import type`)
}

/** Mechanisms meet in `models/market.ts`, not in each other. */
export function mechanismsMix(
  { path }: Source,
  imports: readonly Import[],
  mechanisms: readonly string[],
): string[] {
  if (!mechanisms.includes(path)) return []
  return imports
    .filter(({ target }) => target && target !== path && mechanisms.includes(target))
    .map(({ specifier }) => `${path} is a mechanism and must not import another, ${specifier}`)
}

/** Only `src/workers/` knows Comlink. */
export function comlinkElsewhere({ path }: Source, imports: readonly Import[]): string[] {
  if (layerOf(path) === 'workers') return []
  return imports
    .filter(({ specifier }) => specifier.startsWith('comlink'))
    .map(() => `${path} imports comlink, which belongs to src/workers alone`)
}

const walking =
  /^src\/engine\/(columns|run|statistics\/(index|summary|moments|standard-error|ranking|select))\.ts$/

/** What is said and drawn comes from answers: no column is walked on the page's thread. */
export function walksColumns({ path }: Source, imports: readonly Import[]): string[] {
  if (!/^src\/(findings|app)\//.test(path)) return []
  return imports
    .filter(({ target, typesOnly }) => target && walking.test(target) && !typesOnly)
    .map(
      ({ specifier }) =>
        `${path} imports ${specifier} to walk columns: ask a worker for the answer`,
    )
}

/** Imports are addresses of files, as a browser needs them. */
export function bareRelative({ path }: Source, imports: readonly Import[]): string[] {
  return imports
    .filter(({ specifier }) => specifier.startsWith('.') && !/\.[a-z]+(\?.*)?$/.test(specifier))
    .map(({ specifier }) => `${path} imports ${specifier} without its extension`)
}

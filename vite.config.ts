import { svelte } from '@sveltejs/vite-plugin-svelte'
import { marked } from 'marked'
import { defineConfig, type Plugin } from 'vite'
import { handout } from './.ci/handout.mjs'
import { licences } from './.ci/licences.mjs'

/** `import html from './page.md'` gives the page as HTML, rendered when Stakes is built. */
function markdown(): Plugin {
  return {
    name: 'markdown',
    async transform(code, id) {
      if (!id.endsWith('.md')) return null
      const page = await marked.parse(code)
      // What scrolls sideways must be within reach of the keyboard.
      const html = page
        .replaceAll('<pre>', '<pre tabindex="0">')
        .replaceAll('<table>', '<div class="scroll" tabindex="0"><table>')
        .replaceAll('</table>', '</table></div>')
      return { code: `export default ${JSON.stringify(html)}`, map: null, moduleType: 'js' }
    },
  }
}

const bundled = licences()

export default defineConfig({
  // Relative addresses, so that the built page works under any path of a static host.
  base: './',
  // A missing file is a 404, not the page again: a worker that cannot load must be noticed.
  appType: 'mpa',
  plugins: [
    svelte({ configFile: false, compilerOptions: { runes: true } }),
    markdown(),
    handout(),
    bundled.page,
  ],
  worker: { format: 'es', plugins: () => [bundled.inWorkers()] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Read when the page's weight is checked.
    manifest: true,
    rolldownOptions: {
      // Where a build spends its time says nothing to who starts the product.
      checks: { pluginTimings: false },
      output: {
        // Every part names those it needs: shorter names weigh less, and tell newer ones as well.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:6][extname]',
        // What nearly every part needs is one file rather than a dozen small ones, which weigh more.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              minShareCount: 16,
              includeDependenciesRecursively: false,
              // Wanted in many places, and in none before the first picture.
              test: /^(?!.*(assumptions\/bases|models\/history|edits\/(vantage|scenarios|entries)|parts\/step|export\/download|bindings\/universal|statistics\/(standard-error|certainty)|findings\/(limits|lever-words)|words\/(typed-numbers|read-number)|controls\/Progress)\.(ts|svelte|js))/,
            },
            // What follows the first picture on Answer, always and at once.
            {
              name: 'after',
              includeDependenciesRecursively: false,
              test: /(views\/answer\/(PrecisionLine|Remarks|Worlds)\.svelte|print\/(PrintTerms|Paper)\.svelte|shell\/(Since|RunState|ReadOnlyBanner)\.svelte|state\/precision\.svelte|study\/edits\/(entries|levers|shares)|findings\/(precision|paper|moved-draws|terms|typed-figures|lever-words|belief-words|belief-changes|scenario-changes)|actions\/run-until-decided|statistics\/certainty|state\/(choice-picture|worlds\.svelte|preview|changes)|findings\/(moved-since|verdict|verdict-facts|headline|paired-leads|ahead|worlds|limits|leads|preview|flip-place|choice-flips-asked))(\.ts)?$/,
            },
            // What futures are made out with, and what those screens share.
            {
              name: 'brush',
              includeDependenciesRecursively: false,
              test: /(views\/(brush\/(?!layer)|shell\/OutcomeChoice)|charts\/(MadeOut|made-out))/,
            },
            // What is explained, on screens, in talks and in files. No styles: they would be named by each.
            {
              name: 'explained',
              minShareCount: 2,
              includeDependenciesRecursively: false,
              test: /(state\/(brush|explain-range|why|why-rules)\.svelte|why\/to-heading|findings\/(brush|hoped-for|point-words)|statistics\/(shape|ranking)|words\/ranges|charts\/(outcome-scatter|framed))\.ts$/,
            },
            // How things unfold, likewise.
            {
              name: 'unfold',
              minShareCount: 2,
              includeDependenciesRecursively: false,
              test: /(findings\/fans?(-[a-z]+)?|charts\/fan|views\/futures\/fan-scale)\.ts$/,
            },
            // What menus and panels hold, which come one after the other.
            {
              name: 'menus',
              includeDependenciesRecursively: false,
              test: /(views\/shell\/(ScenarioChoices|VantageChoices|LookPanel|KeySheet|SettingsPanel|Scenarios|ScenarioRow|Library|LibraryRow)|views\/answer\/(StrategyChoices|DescribeStrategy)|controls\/(ChoiceList|TextField|WordsForm|Dialog))\.svelte$/,
            },
            // What a talk has in common with files and with other screens.
            {
              name: 'talk',
              minShareCount: 2,
              includeDependenciesRecursively: false,
              test: /src\/(dossier\/|findings\/(pair|source-line|weight-flips)\.ts|app\/charts\/horizon\.ts)/,
            },
            // Small ones that many screens share: a file each would weigh more than they do.
            {
              name: 'small',
              minShareCount: 2,
              includeDependenciesRecursively: false,
              test: /(models\/judgement|study\/(day|edits\/notes|shape-words)|findings\/(steps-after|belief-counts|average-words|observed)|words\/dates|actions\/(show-scenarios|duplicate-scenario|duplicate-strategy|restore-strategy)|study\/edits\/(scenarios|strategies|what-if)|actions\/(put-all-back|answer-with-defaults|keep-answers)|belief\/late-catalogue)\.ts$/,
            },
            // Small ones of the first picture, which late parts have in common with it.
            {
              name: 'first',
              // Before the base, which would take those that many parts have in common.
              priority: 1,
              minShareCount: 2,
              includeDependenciesRecursively: false,
              test: /(workers\/link|app\/(controls\/(Menu|Segmented|Term|TypedFigure|popover|undo-keys)|actions\/(open-run-settings|choose-(vantage|scenario))|views\/shell\/(LatePart|NotLoaded)|charts\/(Figure|Distribution|ValueAxis|distribution|parts\/(path|Axis|Frame|Label|scale|measure)))|findings\/(run-note|status-quo|vantage-words|talks|split|strategy-rows|estimates|target|still-axis)|state\/(agreeing|pictures|of-study)|words\/(with-error|correlation|rounding|chances)|statistics\/chance|engine\/blocks|observed-until|d3-array)\b/,
            },
          ],
        },
      },
    },
    // Every browser named below has it.
    modulePreload: {
      polyfill: false,
      // A screen may be what the address asks for. Other parts come ahead of being wanted: to name
      // beforehand what each of them needs would weigh on the first picture.
      resolveDependencies: (part, needed, { hostType }) =>
        hostType === 'html' || /(Answer|Compare|Beliefs|Futures)-/.test(part)
          ? needed
          : needed.filter((file) => file.endsWith('.css')),
    },
    // For older ones light-dark() would be rewritten so that a look chosen on the page has no effect.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
  },
})

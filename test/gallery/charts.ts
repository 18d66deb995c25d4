import { distributions, splitBars, talksBars } from './entries/answer.ts'
import { bridges } from './entries/bridge.ts'
import { densities, fits } from './entries/densities.ts'
import { differences } from './entries/differences.ts'
import { tornados } from './entries/tornados.ts'
import { fans } from './entries/fans.ts'
import { figures } from './entries/figures.ts'
import { futureLines } from './entries/futures.ts'
import { flips } from './entries/flips.ts'
import { horizons } from './entries/horizons.ts'
import { influence } from './entries/influence.ts'
import { madeOuts } from './entries/made-out.ts'
import { outcomeScatters } from './entries/outcome-scatter.ts'
import { plainBars, plainFans, plainHistograms, plainLarge, plainRanges } from './entries/plain.ts'
import { convergences, scatters } from './entries/precision.ts'
import { rules } from './entries/rules.ts'
import { signposts } from './entries/signposts.ts'
import { terms } from './entries/terms.ts'
import { choiceMaps, strips } from './entries/why-flips.ts'
import type { Entry } from './entry.ts'

/** Everything the gallery shows, by kind of chart. One more chart: a file in `entries/` and a line here. */
export const charts: Readonly<Record<string, readonly Entry[]>> = {
  Figure: figures,
  FanChart: fans,
  'DensityEditorPlot and MiniDensity': densities,
  FitPlot: fits,
  FutureLines: futureLines,
  DriverBars: differences,
  Tornado: tornados,
  Distribution: distributions,
  TalksBar: talksBars,
  'SplitBars and ValueAxis': splitBars,
  Influence: influence,
  ConvergencePlot: convergences,
  HorizonPlot: horizons,
  Bridge: bridges,
  FlipStrip: flips,
  BeliefStrip: strips,
  ChoiceMap: choiceMaps,
  SignpostFan: signposts,
  Scatter: scatters,
  OutcomeScatter: outcomeScatters,
  MadeOutStrips: madeOuts,
  'LeverMap and Frontier': terms,
  'RuleCurve and RuleStrips': rules,
  PlainBars: plainBars,
  PlainRanges: plainRanges,
  PlainFan: plainFans,
  PlainHistogram: plainHistograms,
  'PlainChart in large type': plainLarge,
}

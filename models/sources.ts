/**
 * How near a source is to the fact: A primary text, B press, C blog, D derived here from others, or
 * judgement.
 */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'judgement'

/** What a belief rests on as a whole: one grade, or two that share it. */
export type Graded = Grade | `${Grade}/${Grade}`

/** Where a figure comes from. */
export interface Source {
  readonly id: string
  readonly title: string
  readonly publisher: string
  /** As precise as known; empty where a date has no meaning. */
  readonly date: string
  /** Empty where no public address is known. */
  readonly url: string
  /** What it says that matters here. */
  readonly note: string
  /** Absent where nobody has graded it. */
  readonly grade?: Graded
}

/** The bibliography. */
export const sources = [
  {
    id: 'seed-article',
    title: 'The source article on a possible Amazon investment in OpenAI',
    publisher: "(the project's founding document)",
    date: '2025-12',
    url: '',
    note: 'States 31% AWS share (Synergy, Q1 2024), 13bn Microsoft, 4bn Anthropic, up to 50% / 45% chip savings, Gartner 297bn by 2027.',
    grade: 'C',
  },
  {
    id: 'synergy',
    title: 'Quarterly cloud infrastructure market shares',
    publisher: 'Synergy Research Group',
    date: '2017-2025',
    url: 'https://www.srgresearch.com/',
    note: 'Series in history.csv.',
    grade: 'A',
  },
  {
    id: 'synergy-genai',
    title: 'Cloud Market Jumped to $330 billion in 2024; GenAI is Now Driving Half of the Growth',
    publisher: 'Synergy Research Group',
    date: '2025-02',
    url: 'https://srgresearch.com/articles/cloud-market-jumped-to-330-billion-in-2024-genai-is-now-driving-half-of-the-growth',
    note: '',
    grade: 'A',
  },
  {
    id: 'microsoft-restatement',
    title: 'Restated cloud market shares after Microsoft redefined Azure',
    publisher: 'Canalys',
    date: '2024-08',
    url: 'https://canalys.com/newsroom/worldwide-cloud-services-q2-2024',
    note: "Cut Microsoft by 4 to 7 points; Synergy's own print went from 25 to 20 within 2024.",
    grade: 'A',
  },
  {
    id: 'gartner-ai-iaas',
    title: 'AI-optimised IaaS forecast: 18.3bn in 2025, 37.5bn in 2026; half inference',
    publisher: 'Gartner',
    date: '2025-10',
    url: 'https://www.crn.in/news/ai-optimized-iaas-emerges-as-the-next-growth-engine-for-ai-infrastructure-gartner/',
    note: '',
    grade: 'B',
  },
  {
    id: 'epoch-compute',
    title: 'OpenAI compute spend',
    publisher: 'Epoch AI',
    date: '2025-10',
    url: 'https://epoch.ai/data-insights/openai-compute-spend',
    note: 'About 7bn in 2024, 71% research and training.',
    grade: 'B',
  },
  {
    id: 'epoch-gpu',
    title: 'Trends in GPU price-performance',
    publisher: 'Epoch AI',
    date: '2022',
    url: 'https://www.alignmentforum.org/posts/c6KFvQcZggQKZzxr9/trends-in-gpu-price-performance',
    note: 'Doubling in 2.46 years; 2.07 for ML GPUs.',
    grade: 'B',
  },
  {
    id: 'menlo-2025',
    title: 'LLM market updates (API spend, vendor shares, switching)',
    publisher: 'Menlo Ventures',
    date: '2025',
    url: '',
    note: 'Read in secondary reports.',
    grade: 'B',
  },
  {
    id: 'a16z-cio',
    title: 'How enterprise CIOs buy generative AI',
    publisher: 'Andreessen Horowitz',
    date: '2025',
    url: '',
    note: 'Read in secondary reports; OpenAI share 53-56%.',
    grade: 'B',
  },
  {
    id: 'aws-ai-run-rate',
    title: 'Amazon earnings calls: AI run-rate in the multi-billions, triple-digit growth',
    publisher: 'Amazon.com',
    date: '2025',
    url: '',
    note: 'Level estimated; recalled, not re-read.',
    grade: 'A',
  },
  {
    id: 'azure-ai-growth',
    title: 'Microsoft earnings: points of Azure growth from AI',
    publisher: 'Microsoft',
    date: '2024-2025',
    url: '',
    note: '7 points in 2024Q1, 16 in 2025Q1.',
    grade: 'A',
  },
  {
    id: 'coreweave-filings',
    title: 'Quarterly reports',
    publisher: 'CoreWeave',
    date: '2025',
    url: '',
    note: '1.36bn revenue in 2025Q3; 5.13bn in 2025.',
    grade: 'A',
  },
  {
    id: 'cma-cloud',
    title: 'Cloud services market investigation, final report',
    publisher: 'UK Competition and Markets Authority',
    date: '2025-07',
    url: '',
    note: 'AWS and Microsoft 30-40% each in the UK; under 1% of customers switch a year.',
    grade: 'A',
  },
  {
    id: 'cma-ai-reviews',
    title: 'Five reviews of AI partnerships',
    publisher: 'UK Competition and Markets Authority',
    date: '2023-2025',
    url: 'https://antitrust.weil.com/cant-take-my-ais-off-you-the-cmas-review-of-ai-partnerships/',
    note: 'None led to an intervention.',
    grade: 'A',
  },
  {
    id: 'ftc-6b',
    title: 'Partnerships between cloud service providers and AI developers, staff report',
    publisher: 'US Federal Trade Commission',
    date: '2025-01',
    url: '',
    note: 'No enforcement followed.',
    grade: 'A',
  },
  {
    id: 'damitt-2024',
    title: 'DAMITT: duration and outcome of significant merger investigations',
    publisher: 'Dechert',
    date: '2024',
    url: 'https://dechert.com/knowledge/publication/2024/10/',
    note: '10.8 months on average; most ended in abandonment or complaint.',
    grade: 'B',
  },
  {
    id: 'merger-guidelines-2023',
    title: '2023 Merger Guidelines, guideline 1',
    publisher: 'US Department of Justice and FTC',
    date: '2023-12',
    url: 'https://www.justice.gov/atr/2023-merger-guidelines',
    note: 'HHI above 1,800 and a rise above 100.',
    grade: 'A',
  },
  {
    id: 'eu-dma-cloud',
    title: 'Market investigations into AWS and Azure under the Digital Markets Act',
    publisher: 'European Commission',
    date: '2025-11',
    url: '',
    note: '',
    grade: 'A',
  },
  {
    id: 'nber-llm-demand',
    title: 'The Emerging Market for Intelligence',
    publisher: 'NBER working paper',
    date: '2025',
    url: '',
    note: 'Short-run own-price elasticity -1.11.',
    grade: 'B',
  },
  {
    id: 'aws-trainium',
    title: 'Trainium product pages and launch notes',
    publisher: 'Amazon Web Services',
    date: '2022-2025',
    url: '',
    note: 'Trainium: up to 50% lower cost to train. Trainium2: 30-40% better price-performance, which is 23-29% lower unit cost.',
    grade: 'A',
  },
  {
    id: 'aws-inferentia',
    title: 'Inferentia product pages',
    publisher: 'Amazon Web Services',
    date: '2019-2023',
    url: '',
    note: 'Up to 45% lower cost per inference (Inf1); 25-40% in later notes.',
    grade: 'A',
  },
  {
    id: 'bernstein-asic',
    title: 'AI data-centre cost breakdown',
    publisher: 'Bernstein',
    date: '2025-10',
    url: '',
    note: 'Accelerators 39% of capital cost; ASIC racks save about 19% in total; 35bn per gigawatt.',
    grade: 'B',
  },
  {
    id: 'trainium-adoption',
    title: 'Reports on Trainium use (Business Insider 2024; Epoch AI 2025)',
    publisher: 'various',
    date: '2024-2025',
    url: '',
    note: 'From under 3% of Nvidia use in 2024 to clusters of hundreds of thousands of chips for one lab.',
    grade: 'B',
  },
  {
    id: 'trendforce-asic',
    title: 'ASIC share of AI servers',
    publisher: 'TrendForce',
    date: '2025',
    url: '',
    note: 'About a quarter of units, rising to about 40% by 2030.',
    grade: 'B',
  },
  {
    id: 'nvidia-margin',
    title: 'Quarterly results',
    publisher: 'Nvidia',
    date: '2024-2025',
    url: '',
    note: 'Gross margin 73-78%.',
    grade: 'A',
  },
  {
    id: 'oracle-ai-margin',
    title: 'Margins on renting out Nvidia servers',
    publisher: 'The Information',
    date: '2025-10',
    url: '',
    note: '10-20%, 14-16% on average.',
    grade: 'B',
  },
  {
    id: 'amazon-filings',
    title: '10-K and 10-Q',
    publisher: 'Amazon.com',
    date: '2017-2025',
    url: 'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=1018724',
    note: 'AWS sales, operating margin 35-37% in 2024-25; server lives 5-6 years.',
    grade: 'A',
  },
  {
    id: 'microsoft-openai-2025',
    title: 'Restructured agreement: 27% stake, 250bn Azure commitment, API exclusive to Azure',
    publisher: 'Microsoft and OpenAI',
    date: '2025-10',
    url: '',
    note: '',
    grade: 'A',
  },
  {
    id: 'aws-openai-2025',
    title: '38bn, seven-year compute contract',
    publisher: 'Amazon Web Services and OpenAI',
    date: '2025-11',
    url: '',
    note: '',
    grade: 'A',
  },
  {
    id: 'openai-valuations',
    title: 'Valuations 29, 86, 157, 300, 500bn',
    publisher: 'press reports',
    date: '2023-2025',
    url: '',
    note: '',
    grade: 'B',
  },
  {
    id: 'deal-base-rates',
    title: 'Cloud-lab deals reported and signed, 2019 to 2025',
    publisher: 'own count from press reports',
    date: '2025',
    url: '',
    note: 'Small and selection-biased: Microsoft-OpenAI, Amazon-Anthropic, Google-Anthropic, Nvidia-OpenAI letter.',
    grade: 'D',
  },
  {
    id: 'forecast-errors',
    title: 'Forecast against outcome, cloud and AI hardware',
    publisher: 'own count from Canalys, Gartner and Goldman Sachs forecasts',
    date: '2020-2025',
    url: '',
    note: 'Log spread at 1, 3, 5 years about .04, .11, .20 for cloud; about four times that for AI hardware.',
    grade: 'D',
  },
  {
    id: 'synergy-2026q2',
    title: 'Q2 Cloud Market Passes $143 Billion; Highest Growth Rate in Eight Years',
    publisher: 'Synergy Research Group',
    date: '2026-07-30',
    url: 'https://www.srgresearch.com/articles/q2-cloud-market-passes-143-billion-highest-growth-rate-in-eight-years',
    note: '143.4bn, +43%, twelve months 500bn, GenAI services +165%, shares 28/20/15; tier two led by CoreWeave, OpenAI, Oracle, Crusoe, Nebius, Anthropic, Nscale.',
    grade: 'A',
  },
  {
    id: 'amazon-10q-2026q2',
    title: 'Form 10-Q for the quarter ended June 30, 2026',
    publisher: 'Amazon.com',
    date: '2026-07-31',
    url: 'https://www.sec.gov/Archives/edgar/data/1018724/000101872426000026/amzn-20260630.htm',
    note: '15.0bn in Q1, 13.7bn in Q2 and the remaining 21.3bn after June 30 paid into OpenAI Series C preferred; AWS contract expanded by 100bn over 8 years with obligations on chip performance; Anthropic by more than 100bn over 10 years; obligations 496bn, 6.4 years.',
    grade: 'A',
  },
  {
    id: 'amazon-q2-2026',
    title: 'Second quarter 2026 results and call',
    publisher: 'Amazon.com',
    date: '2026-07-30',
    url: 'https://www.sec.gov/Archives/edgar/data/1018724/000101872426000024/amzn-20260630xex991.htm',
    note: 'AWS 42.232bn, +36.7%, operating income 16.621bn (1.3 points of margin from a derivative gain); AI and chips each above 25bn a year; capital spending 53.1bn, 220bn for 2026 because of memory.',
    grade: 'A',
  },
  {
    id: 'amazon-8k-2026-02',
    title: 'Form 8-K: investment in OpenAI',
    publisher: 'Amazon.com',
    date: '2026-02-27',
    url: 'https://www.sec.gov/Archives/edgar/data/1018724/000110465926021050/tm267374d1_8k.htm',
    note: "Read in reports of the filing: 15bn due by March 31, 35bn on an IPO (a confidential filing is enough) or a redacted event, or at Amazon's choice at any time; lapses at the end of 2028.",
    grade: 'A/B',
  },
  {
    id: 'microsoft-openai-2026',
    title: 'Amended agreement of Microsoft and OpenAI',
    publisher: 'Microsoft, OpenAI',
    date: '2026-04-27',
    url: 'https://blogs.microsoft.com/',
    note: 'Licence not exclusive, to 2032; any cloud; ships first on Azure. Read in secondary reports.',
    grade: 'B',
  },
  {
    id: 'openai-on-oci',
    title: 'OpenAI models in the Oracle Cloud marketplace',
    publisher: 'chatforest (blog)',
    date: '2026-06-11',
    url: '',
    note: 'Third cloud after Azure and Bedrock, not Google.',
    grade: 'C',
  },
  {
    id: 'gartner-ai-iaas-2026',
    title: 'AI-optimised IaaS to grow 96% to 42bn in 2026, 55% of it inference',
    publisher: 'Gartner',
    date: '2026-08-10',
    url: 'https://www.gartner.com/en/newsroom/press-releases/2026-08-10-gartner-forecasts-worldw',
    note: 'Address cut short where it was seen.',
    grade: 'B',
  },
  {
    id: 'coreweave-2026q2',
    title: 'Second quarter 2026 results',
    publisher: 'CoreWeave',
    date: '2026-08-11',
    url: 'https://www.sec.gov/Archives/edgar/data/1769628/000176962826000362/coreweave2q26earningspress.htm',
    note: '2.575bn (1.212bn a year before), backlog 104.2bn, adjusted operating margin 5%.',
    grade: 'A',
  },
  {
    id: 'nebius-2026q2',
    title: 'Shareholder letter, second quarter 2026',
    publisher: 'Nebius',
    date: '2026-08-12',
    url: 'https://www.sec.gov/Archives/edgar/data/1513845/000110465926094568/tm2622968d1_ex99-2.htm',
    note: 'AI cloud 574.9m, +514%; group 582.3m.',
    grade: 'A',
  },
  {
    id: 'microsoft-2026',
    title: 'Results of the fiscal third and fourth quarter 2026',
    publisher: 'Microsoft',
    date: '2026-07-29',
    url: 'https://www.sec.gov/Archives/edgar/data/0000789019/000119312526323632/msft-ex99_1.htm',
    note: 'Azure +40% then +43% (constant currency), above 100bn in the year; AI run-rate 37bn in 2026Q1; obligations 678bn, +25% without OpenAI.',
    grade: 'A/B',
  },
  {
    id: 'alphabet-2026q2',
    title: 'Second quarter 2026 results',
    publisher: 'Alphabet',
    date: '2026-07-22',
    url: 'https://www.sec.gov/Archives/edgar/data/1652044/000165204426000071/goog-20260630.htm',
    note: 'Cloud 24.77bn, +82%, operating income 8.81bn, backlog 514bn; free cash flow -5.9bn.',
    grade: 'B',
  },
  {
    id: 'lab-revenue-2026',
    title: 'Annualised revenue of OpenAI and Anthropic',
    publisher: 'Financial Times, Bloomberg, Axios, Benzinga',
    date: '2026-10-08',
    url: 'https://www.benzinga.com/markets/prediction-markets/26/10/62257221/openai-revenue-run-rate-ai-stocks',
    note: 'Anthropic 47bn (May), 65bn (July); OpenAI over 40bn (August), 68bn reported on 29 September, near 50bn by the correction of 8 October.',
    grade: 'B',
  },
  {
    id: 'h100-2026',
    title: 'H100 one-year contract price',
    publisher: 'SemiAnalysis',
    date: '2026-08',
    url: 'https://gpu-index.semianalysis.com/',
    note: '25th to 75th percentile 2.40 to 3.20 dollars an hour in August 2026; 1.70 in October 2025, 2.35 in March 2026.',
    grade: 'B',
  },
  {
    id: 'nvidia-2026',
    title: 'Results of the first two quarters of fiscal 2027',
    publisher: 'Nvidia',
    date: '2026-08',
    url: 'https://www.sec.gov/Archives/edgar/data/1045810/000104581026000075/nvda-20260726.htm',
    note: 'Data centre 75.2bn and 89.0bn; gross margin 74.9% in the first quarter. Second-quarter margin not seen.',
    grade: 'A/B',
  },
  {
    id: 'eu-dma-2026-06',
    title: 'Preliminary findings on AWS and Azure under the Digital Markets Act',
    publisher: 'European Commission',
    date: '2026-06-25',
    url: 'https://webhosting.today/2026/06/26/the-eu-just-aimed-its-gatekeeper-rules-at-aws-and-azure-for-the-first-time-and-it-used-ai-to-do-it/',
    note: 'Read in secondary reports; a decision was aimed at for December 2026.',
    grade: 'B',
  },
  {
    id: 'judgement',
    title: 'Judgement',
    publisher: 'the project',
    date: '',
    url: '',
    note: 'No measurement found; widen it if you doubt it.',
    grade: 'judgement',
  },
  {
    id: 'latent',
    title: 'Latent draw',
    publisher: 'the project',
    date: '',
    url: '',
    note: 'A uniform number that decides an event whose chance depends on the levers.',
  },
] as const satisfies readonly Source[]

export type SourceId = (typeof sources)[number]['id']

/** An assumption's sources where it was first written down, and at vantages that have others. */
interface Sourced {
  readonly id: string
  readonly sources: readonly string[]
  readonly bases?: Readonly<Record<string, { readonly sources: readonly string[] }>>
}

/**
 * Ids of the assumptions that rest on a source.
 *
 * @param vantage where they do; at any vantage without one
 */
export function supportedBy(
  source: string,
  assumptions: readonly Sourced[],
  vantage?: string,
): string[] {
  const restsOn = ({ sources: first, bases = {} }: Sourced) =>
    (vantage === undefined ? [{ sources: first }, ...Object.values(bases)] : [bases[vantage]]).some(
      (basis) => basis?.sources.includes(source),
    )
  return assumptions.filter(restsOn).map(({ id }) => id)
}

/**
 * How near to the fact is what a belief rests on: as said of it, or else the grades of its sources, best
 * and worst; null where none is graded.
 */
export function gradeOf({
  grade: said,
  sources: ids,
}: {
  readonly grade?: Graded
  readonly sources: readonly string[]
}): Graded | null {
  if (said) return said
  const known: readonly Source[] = sources
  const found = known.flatMap(({ id, grade }) => (ids.includes(id) && grade ? [grade] : []))
  const order: readonly Grade[] = ['A', 'B', 'C', 'D', 'judgement']
  const each = order.filter((grade) => found.some((one) => one.split('/').includes(grade)))
  const [best, next] = [each[0], each.at(-1)]
  if (best === undefined || next === undefined) return null
  return best === next ? best : `${best}/${next}`
}

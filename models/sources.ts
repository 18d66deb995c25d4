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
  },
  {
    id: 'synergy',
    title: 'Quarterly cloud infrastructure market shares',
    publisher: 'Synergy Research Group',
    date: '2017-2025',
    url: 'https://www.srgresearch.com/',
    note: 'Series in history.csv.',
  },
  {
    id: 'synergy-genai',
    title: 'Cloud Market Jumped to $330 billion in 2024; GenAI is Now Driving Half of the Growth',
    publisher: 'Synergy Research Group',
    date: '2025-02',
    url: 'https://srgresearch.com/articles/cloud-market-jumped-to-330-billion-in-2024-genai-is-now-driving-half-of-the-growth',
    note: '',
  },
  {
    id: 'microsoft-restatement',
    title: 'Restated cloud market shares after Microsoft redefined Azure',
    publisher: 'Canalys',
    date: '2024-08',
    url: 'https://canalys.com/newsroom/worldwide-cloud-services-q2-2024',
    note: "Cut Microsoft by 4 to 7 points; Synergy's own print went from 25 to 20 within 2024.",
  },
  {
    id: 'gartner-ai-iaas',
    title: 'AI-optimised IaaS forecast: 18.3bn in 2025, 37.5bn in 2026; half inference',
    publisher: 'Gartner',
    date: '2025-10',
    url: 'https://www.crn.in/news/ai-optimized-iaas-emerges-as-the-next-growth-engine-for-ai-infrastructure-gartner/',
    note: '',
  },
  {
    id: 'epoch-compute',
    title: 'OpenAI compute spend',
    publisher: 'Epoch AI',
    date: '2025-10',
    url: 'https://epoch.ai/data-insights/openai-compute-spend',
    note: 'About 7bn in 2024, 71% research and training.',
  },
  {
    id: 'epoch-gpu',
    title: 'Trends in GPU price-performance',
    publisher: 'Epoch AI',
    date: '2022',
    url: 'https://www.alignmentforum.org/posts/c6KFvQcZggQKZzxr9/trends-in-gpu-price-performance',
    note: 'Doubling in 2.46 years; 2.07 for ML GPUs.',
  },
  {
    id: 'menlo-2025',
    title: 'LLM market updates (API spend, vendor shares, switching)',
    publisher: 'Menlo Ventures',
    date: '2025',
    url: '',
    note: 'Read in secondary reports.',
  },
  {
    id: 'a16z-cio',
    title: 'How enterprise CIOs buy generative AI',
    publisher: 'Andreessen Horowitz',
    date: '2025',
    url: '',
    note: 'Read in secondary reports; OpenAI share 53-56%.',
  },
  {
    id: 'aws-ai-run-rate',
    title: 'Amazon earnings calls: AI run-rate in the multi-billions, triple-digit growth',
    publisher: 'Amazon.com',
    date: '2025',
    url: '',
    note: 'Level estimated; recalled, not re-read.',
  },
  {
    id: 'azure-ai-growth',
    title: 'Microsoft earnings: points of Azure growth from AI',
    publisher: 'Microsoft',
    date: '2024-2025',
    url: '',
    note: '7 points in 2024Q1, 16 in 2025Q1.',
  },
  {
    id: 'coreweave-filings',
    title: 'Quarterly reports',
    publisher: 'CoreWeave',
    date: '2025',
    url: '',
    note: '1.36bn revenue in 2025Q3; 5.13bn in 2025.',
  },
  {
    id: 'cma-cloud',
    title: 'Cloud services market investigation, final report',
    publisher: 'UK Competition and Markets Authority',
    date: '2025-07',
    url: '',
    note: 'AWS and Microsoft 30-40% each in the UK; under 1% of customers switch a year.',
  },
  {
    id: 'cma-ai-reviews',
    title: 'Five reviews of AI partnerships',
    publisher: 'UK Competition and Markets Authority',
    date: '2023-2025',
    url: 'https://antitrust.weil.com/cant-take-my-ais-off-you-the-cmas-review-of-ai-partnerships/',
    note: 'None led to an intervention.',
  },
  {
    id: 'ftc-6b',
    title: 'Partnerships between cloud service providers and AI developers, staff report',
    publisher: 'US Federal Trade Commission',
    date: '2025-01',
    url: '',
    note: 'No enforcement followed.',
  },
  {
    id: 'damitt-2024',
    title: 'DAMITT: duration and outcome of significant merger investigations',
    publisher: 'Dechert',
    date: '2024',
    url: 'https://dechert.com/knowledge/publication/2024/10/',
    note: '10.8 months on average; most ended in abandonment or complaint.',
  },
  {
    id: 'merger-guidelines-2023',
    title: '2023 Merger Guidelines, guideline 1',
    publisher: 'US Department of Justice and FTC',
    date: '2023-12',
    url: 'https://www.justice.gov/atr/2023-merger-guidelines',
    note: 'HHI above 1,800 and a rise above 100.',
  },
  {
    id: 'eu-dma-cloud',
    title: 'Market investigations into AWS and Azure under the Digital Markets Act',
    publisher: 'European Commission',
    date: '2025-11',
    url: '',
    note: '',
  },
  {
    id: 'nber-llm-demand',
    title: 'The Emerging Market for Intelligence',
    publisher: 'NBER working paper',
    date: '2025',
    url: '',
    note: 'Short-run own-price elasticity -1.11.',
  },
  {
    id: 'aws-trainium',
    title: 'Trainium product pages and launch notes',
    publisher: 'Amazon Web Services',
    date: '2022-2025',
    url: '',
    note: 'Trainium: up to 50% lower cost to train. Trainium2: 30-40% better price-performance, which is 23-29% lower unit cost.',
  },
  {
    id: 'aws-inferentia',
    title: 'Inferentia product pages',
    publisher: 'Amazon Web Services',
    date: '2019-2023',
    url: '',
    note: 'Up to 45% lower cost per inference (Inf1); 25-40% in later notes.',
  },
  {
    id: 'bernstein-asic',
    title: 'AI data-centre cost breakdown',
    publisher: 'Bernstein',
    date: '2025-10',
    url: '',
    note: 'Accelerators 39% of capital cost; ASIC racks save about 19% in total; 35bn per gigawatt.',
  },
  {
    id: 'trainium-adoption',
    title: 'Reports on Trainium use (Business Insider 2024; Epoch AI 2025)',
    publisher: 'various',
    date: '2024-2025',
    url: '',
    note: 'From under 3% of Nvidia use in 2024 to clusters of hundreds of thousands of chips for one lab.',
  },
  {
    id: 'trendforce-asic',
    title: 'ASIC share of AI servers',
    publisher: 'TrendForce',
    date: '2025',
    url: '',
    note: 'About a quarter of units, rising to about 40% by 2030.',
  },
  {
    id: 'nvidia-margin',
    title: 'Quarterly results',
    publisher: 'Nvidia',
    date: '2024-2025',
    url: '',
    note: 'Gross margin 73-78%.',
  },
  {
    id: 'oracle-ai-margin',
    title: 'Margins on renting out Nvidia servers',
    publisher: 'The Information',
    date: '2025-10',
    url: '',
    note: '10-20%, 14-16% on average.',
  },
  {
    id: 'amazon-filings',
    title: '10-K and 10-Q',
    publisher: 'Amazon.com',
    date: '2017-2025',
    url: 'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=1018724',
    note: 'AWS sales, operating margin 35-37% in 2024-25; server lives 5-6 years.',
  },
  {
    id: 'microsoft-openai-2025',
    title: 'Restructured agreement: 27% stake, 250bn Azure commitment, API exclusive to Azure',
    publisher: 'Microsoft and OpenAI',
    date: '2025-10',
    url: '',
    note: '',
  },
  {
    id: 'aws-openai-2025',
    title: '38bn, seven-year compute contract',
    publisher: 'Amazon Web Services and OpenAI',
    date: '2025-11',
    url: '',
    note: '',
  },
  {
    id: 'openai-valuations',
    title: 'Valuations 29, 86, 157, 300, 500bn',
    publisher: 'press reports',
    date: '2023-2025',
    url: '',
    note: '',
  },
  {
    id: 'deal-base-rates',
    title: 'Cloud-lab deals reported and signed, 2019 to 2025',
    publisher: 'own count from press reports',
    date: '2025',
    url: '',
    note: 'Small and selection-biased: Microsoft-OpenAI, Amazon-Anthropic, Google-Anthropic, Nvidia-OpenAI letter.',
  },
  {
    id: 'forecast-errors',
    title: 'Forecast against outcome, cloud and AI hardware',
    publisher: 'own count from Canalys, Gartner and Goldman Sachs forecasts',
    date: '2020-2025',
    url: '',
    note: 'Log spread at 1, 3, 5 years about .04, .11, .20 for cloud; about four times that for AI hardware.',
  },
  {
    id: 'judgement',
    title: 'Judgement',
    publisher: 'the project',
    date: '',
    url: '',
    note: 'No measurement found; widen it if you doubt it.',
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

/** Ids of the assumptions that rest on a source. */
export function supportedBy(
  source: string,
  assumptions: readonly { readonly id: string; readonly sources: readonly string[] }[],
): string[] {
  return assumptions.filter(({ sources: used }) => used.includes(source)).map(({ id }) => id)
}

/** The source of what no measurement was found for. */
export const JUDGEMENT = 'judgement' satisfies SourceId

/** Whether an assumption rests on judgement alone. */
export function isJudgement({ sources: used }: { readonly sources: readonly string[] }): boolean {
  return used.every((id) => id === JUDGEMENT)
}

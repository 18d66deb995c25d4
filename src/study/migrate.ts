export type FormatId = 'stakes-study' | 'stakes-results'

/** The version of each format that this Stakes writes. */
export const FORMAT_VERSIONS = { 'stakes-study': 1, 'stakes-results': 2 } as const

/** A file as JSON gives it: nothing of it is known but that it is an object. */
export type AnyFile = Readonly<Record<string, unknown>>

/** Makes a file of one version into the same of the next; sets no version itself. */
export type Migration = (file: AnyFile) => AnyFile

/** By format, and by the version a migration starts from. */
export type Migrations = Readonly<Record<FormatId, Readonly<Record<number, Migration>>>>

// A new version of a format is one more entry here, a fixture of it, and its FORMAT_VERSIONS.
const known: Migrations = {
  'stakes-study': {},
  'stakes-results': {
    1: (file) => ({ ...file, ...heldByVersion1 }),
  },
}

/** What every results file held before it said so itself. */
const heldByVersion1 = {
  outcomes: [
    'npv',
    'npvOperations',
    'npvTerminal',
    'npvStake',
    'npvOutlay',
    'npvAbort',
    'awsShare',
    'azureShare',
    'googleShare',
    'awsAiShare',
    'shareGain',
    'awsRevenue',
    'revenueGain',
    'hhi',
    'hhiAi',
    'awsChipAdvantage',
    'aiPriceIndex',
    'customChipShare',
    'peakCashAtRisk',
    'closeQuarter',
    'dealOutcome',
  ],
  series: [
    'awsShare',
    'azureShare',
    'googleShare',
    'specialistsShare',
    'othersShare',
    'awsAiShare',
    'awsRevenue',
    'spend',
    'hhi',
    'hhiAi',
    'aiPriceIndex',
    'awsChipAdvantage',
    'cumulativeCash',
  ],
} as const

/**
 * A file in the present version of its format, by as many single steps as it is old. The study in a
 * results file is a file of its own and goes its own way.
 *
 * @param file as JSON gives it, of any version up to the present one; it stays as it is
 * @throws in a sentence that says what was expected and what came
 */
export function migrated(
  file: AnyFile,
  {
    to: versions = FORMAT_VERSIONS,
    migrations = known,
  }: { to?: Readonly<Record<FormatId, number>>; migrations?: Migrations } = {},
): AnyFile {
  const { format, version } = file
  if (format !== 'stakes-study' && format !== 'stakes-results') {
    throw new Error(
      `a file of Stakes has "format": "stakes-study" or "stakes-results", got ${shown(format)}`,
    )
  }
  const to = versions[format]
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new Error(`"version" is a whole number up to ${to}, got ${shown(version)}`)
  }
  if (version > to) {
    throw new Error(
      `this file has version ${version} of its format, made by a newer Stakes; this one reads versions up to ${to}`,
    )
  }
  let now = file
  for (let from = version; from < to; from++) {
    const step = migrations[format][from]
    if (!step) throw new Error(`no way is known from version ${from} of ${format} to ${from + 1}`)
    now = { ...step(now), format, version: from + 1 }
  }
  const { study } = now
  if (format === 'stakes-study' || !isFile(study)) return now
  const inner = migrated(study, { to: versions, migrations })
  return inner === study ? now : { ...now, study: inner }
}

/** Whether a value of JSON is an object { … }. */
export function isFile(value: unknown): value is AnyFile {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

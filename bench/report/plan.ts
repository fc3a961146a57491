// How a measure is run for docs/PERFORMANCE.md where its usual length is for studying it, and what it leaves open.
type Plan = {
  readonly options?: readonly string[]
  /** Left out of `all`: too long for a run that somebody waits for. */
  readonly alone?: true
  readonly notTried?: string
}

const plans: Readonly<Record<string, Plan>> = {
  borderless: { notTried: 'PDFs printed by Word or WPS; LibreOffice stands for them where it is installed.' },
  live: { notTried: 'Firefox and Safari; a slow office machine (a frame is 16.7 ms on every machine).' },
  load: {
    options: ['--seconds', '30'],
    notTried: 'More than 2 cores; clients on other machines; hours without a pause.',
  },
  'many-forms': {
    notTried: 'More than 10,000 forms at once: the page takes 500, the command line a folder at a time.',
  },
  organisations: { notTried: 'More than 20,000 organisations: a large province has about as many.' },
  portfolio: { alone: true, notTried: 'A million forms; a database on another machine; a disk that is slow.' },
  preparers: { options: ['--seconds', '40'], notTried: 'More than 2,000 at once; preparers behind a real network.' },
  'read-check': { notTried: 'Documents of other years and places: none of known truth was at hand.' },
  spreadsheet: { notTried: 'Excel and WPS: neither runs here.' },
  start: { notTried: 'The download of the packages: it is the network’s time (docs/RELIABILITY.md, first hour).' },
  web: { notTried: 'Firefox and Safari; a telephone’s processor; a network that is slow.' },
}

export const planOf = (name: string): Plan => plans[name] ?? {}

// The log: what happened to requests, never what they carried.
import { type DestinationStream, type Logger, pino } from 'pino'

const secrets = ['password', 'current', 'next', 'secret', 'token', 'code', 'authorization', 'cookie', 'set-cookie']
const key = (name: string): string => (name.includes('-') ? `["${name}"]` : name)
const paths = secrets.flatMap((name) =>
  ['', '*', '*.*', '*.*.*'].map((above) => `${above}${name.includes('-') || above === '' ? '' : '.'}${key(name)}`),
)

/** Whatever is logged by mistake under the name of a secret is left out. */
export const createLog = (level: string, destination: DestinationStream): Logger =>
  pino({ level, redact: { paths, censor: '[略]' } }, destination)

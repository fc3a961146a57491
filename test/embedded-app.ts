// A program that starts the embedded database and stays, for tests that kill it: node embedded-app.ts DIR
import { startEmbedded } from '../src/store/embedded.ts'

const { adopted, fresh, stop } = await startEmbedded({
  dataDir: process.argv[2] ?? '',
  settings: { fsync: 'off', shared_buffers: '128MB' },
})
process.stdout.write(`${JSON.stringify({ adopted, fresh })}\n`)
process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
setInterval(() => undefined, 60_000)

import { createServer } from 'node:net'

/** Listens once and lets go: null where this address and port are free, else Node's code for why not. */
export const tryPort = (host: string, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: { code?: string }) => resolve(error.code ?? String(error)))
    server.listen(port, host, () => server.close(() => resolve(null)))
  })

// The server's content security policy allows no code made at run time; imported before any schema is made.
import { z } from 'zod'

z.config({ jitless: true })

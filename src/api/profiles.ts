import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export type ProfileRow = { readonly id: string; readonly title: string }

export const profiles = {
  list: endpoint<readonly ProfileRow[]>()('service.read', 'GET', '/profiles', z.object({})),
}

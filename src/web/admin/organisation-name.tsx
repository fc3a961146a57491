import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { organisations } from '../../api/organisations.ts'
import { query } from '../call.ts'
import { paths } from '../paths.ts'

/** The name of an organisation known by its id, as a link to it. */
export function OrganisationName({ id }: { readonly id: string }) {
  const { data } = useQuery(query(organisations.get, { id }))
  return <Link to={paths.organisations(id)}>{data?.name ?? '…'}</Link>
}

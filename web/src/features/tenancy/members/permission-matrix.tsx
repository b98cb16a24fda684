import { useQuery } from '@tanstack/react-query'
import { Check, Minus } from 'lucide-react'
import type { Role } from '../../../lib/api-types.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { permissionsQuery } from '../queries.ts'
import { roleWords } from './role-words.ts'

const roles = Object.keys(roleWords) as Role[]

/** What each role may do, as the server keeps it. */
export function PermissionMatrix({ slug }: { slug: string }) {
  const permissions = useQuery(permissionsQuery(slug))
  return (
    <section aria-labelledby="permissions" className="mt-10">
      <h2 id="permissions" className="mb-2 text-base font-semibold">
        What each role may do
      </h2>
      {permissions.isPending && <Skeleton className="h-64 w-full" />}
      {permissions.error && !permissions.data && (
        <Broken
          title="The permissions could not be loaded"
          error={permissions.error}
          onRetry={() => permissions.refetch()}
        />
      )}
      {permissions.data && (
        <table className="w-full border-collapse text-sm" aria-labelledby="permissions">
          <thead>
            <tr className="border-b border-line text-ink-soft">
              <td />
              {roles.map((role) => (
                <th key={role} scope="col" className="w-16 py-2 text-center text-xs font-medium sm:w-24 sm:text-sm">
                  {roleWords[role]}
                </th>
              ))}
              <th scope="col" className="w-24 py-2 text-center text-sm font-medium max-sm:hidden">
                API token
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-b border-line">
            {permissions.data.map(({ act, words, roles: allowed, scope }) => (
              <tr key={act}>
                <th scope="row" className="py-2 pr-3 text-left font-normal">
                  {words}
                </th>
                {roles.map((role) => (
                  <td key={role} className="py-2 text-center">
                    <Mark yes={allowed.includes(role)} />
                  </td>
                ))}
                <td className="py-2 text-center max-sm:hidden" title={scope ? `With the scope ${scope}` : undefined}>
                  <Mark yes={scope !== null} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Mark({ yes }: { yes: boolean }) {
  const Icon = yes ? Check : Minus
  return (
    <>
      <Icon
        aria-hidden
        className={yes ? 'mx-auto size-4 text-accent-ink' : 'mx-auto size-4 text-ink-soft opacity-50'}
      />
      <span className="sr-only">{yes ? 'Yes' : 'No'}</span>
    </>
  )
}

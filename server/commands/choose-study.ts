/** Which study a command means. */
import type { Db } from '../database/db.ts'
import { CommandError } from '../errors.ts'
import type { Study } from '../studies/study.ts'
import { listStudies, listWorkshopStudies } from '../studies/study-store.ts'

/** The study with this slug, id or title, workshops too; without a name the only study there is. */
export async function chooseStudy(db: Db, named: string | undefined): Promise<Study> {
  const studies = await listStudies(db)
  const slugs = studies.map(({ slug }) => slug).join(', ')
  if (named === undefined) {
    if (studies.length === 1) return studies[0]!
    throw new CommandError(
      studies.length === 0 ? 'there is no study yet' : `there are several studies; name one with --study: ${slugs}`,
    )
  }
  const found = [...studies, ...(await listWorkshopStudies(db))].filter(({ id, slug, title }) =>
    [id, slug, title].includes(named),
  )
  if (found.length === 1) return found[0]!
  throw new CommandError(
    found.length === 0
      ? `--study ${named}: there is no such study; there are: ${slugs}`
      : `--study ${named}: several studies are called so; name one by its slug: ${slugs}`,
  )
}

import { Skeleton } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../api/problem'
import { ProblemNote } from '../parts/ProblemNote'
import classes from './report.module.css'
import { type Choice, fetchReport } from './reportFetch'

const shown = 60_000 // characters; a longer preview is cut

/** The report as text, made anew with every change of the choice. A page is
 * shown by its text here: the document itself may stand in no frame. */
export function ReportPreview({ choice, isEmpty }: { choice: Choice; isEmpty: boolean }) {
  const { t } = useTranslation()
  const made: Choice = { ...choice, format: choice.format === 'html' ? 'md' : choice.format }
  const query = useQuery<string, Problem>({
    queryKey: ['report', made],
    queryFn: async ({ signal }) => (await fetchReport(made, signal)).blob.text(),
    enabled: !isEmpty,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const isCut = (query.data?.length ?? 0) > shown
  return (
    <section className={classes.preview} aria-labelledby="report-preview">
      <h2 id="report-preview" className={classes.legend}>
        {t('report.preview')}
      </h2>
      {choice.format === 'html' && <p className={classes.soft}>{t('report.previewHtml')}</p>}
      {isEmpty && <p className={classes.soft}>{t('report.choose')}</p>}
      {query.error && <ProblemNote problem={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && !isEmpty && <Skeleton height={420} />}
      {query.data !== undefined && !isEmpty && (
        <textarea
          className={classes.text}
          readOnly
          dir="auto"
          aria-labelledby="report-preview"
          aria-busy={query.isFetching}
          value={isCut ? query.data.slice(0, shown) : query.data}
        />
      )}
      {isCut && <p className={classes.soft}>{t('report.previewCut')}</p>}
    </section>
  )
}

import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/keys'
import { type ArticlePatch, usePatchArticle } from '../api/mutations'
import type { Article } from '../api/types'
import { isAddress } from '../parts/AnnotationForm'
import { ProblemNote } from '../parts/ProblemNote'
import { useKept } from '../state/kept'
import { useServices, useUndo } from '../state/Services'
import classes from './articleHead.module.css'

const fields = ['title', 'publisher', 'date', 'url', 'author'] as const
type Field = (typeof fields)[number]
type Values = Record<Field, string>

const valuesOf = (article: Article): Values => ({
  title: article.title,
  publisher: article.publisher,
  date: article.date,
  url: article.url,
  author: article.author,
})

type Props = {
  article: Article
  onDone: () => void
  /** Asks only for what is missing. */
  onlyMissing?: boolean
  skipLabel?: string
}

/** Edits what is known about an article. Where somebody else changed it
 * meanwhile, both values are shown and the person chooses. */
export function ArticleHeadForm({ article, onDone, onlyMissing, skipLabel }: Props) {
  const { t } = useTranslation()
  const form = useHeadForm(article, onDone)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const [asked] = useState(() =>
    fields.filter(f => !onlyMissing || (article.missing as readonly string[]).includes(f)),
  )
  const faults = faultsOf(form.values)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    form.save()
  }
  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      {form.isStale && (
        <p role="alert" className={classes.stale}>
          {t('head.stale')}
        </p>
      )}
      <div className={classes.fields}>
        {asked.map((field, i) => (
          <div key={field} className={classes.field} data-field={field}>
            <TextInput
              label={t(`head.${field}`)}
              placeholder={field === 'date' ? '2014-12-03' : field === 'url' ? 'https://…' : undefined}
              inputMode={field === 'url' ? 'url' : undefined}
              value={form.values[field]}
              onChange={event => form.set(field, event.currentTarget.value)}
              error={faults[field] && t(faults[field])}
              maxLength={2000}
              dir="auto"
              ref={i === 0 ? first : undefined}
              autoComplete="off"
            />
            {form.isStale && form.values[field] !== article[field] && (
              <p className={classes.theirs}>
                {t('head.savedNow')} <bdi>{article[field] || t('head.empty')}</bdi>{' '}
                <button
                  type="button"
                  className={classes.take}
                  onClick={() => form.set(field, article[field])}
                >
                  {t('head.take')}
                </button>
              </p>
            )}
          </div>
        ))}
      </div>
      {form.patch.error && form.patch.error.status !== 412 && <ProblemNote problem={form.patch.error} />}
      <div className={classes.foot}>
        <Button
          type="submit"
          size="sm"
          loading={form.patch.isPending}
          disabled={Object.keys(faults).length > 0}
        >
          {t(form.isStale ? 'head.saveMine' : 'act.save')}
        </Button>
        <Button size="sm" variant="subtle" color="gray" onClick={form.leave}>
          {skipLabel ?? t('act.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** What was typed is kept until it is saved or given up; only fields that
 * differ from what was loaded are sent. */
function useHeadForm(article: Article, onDone: () => void) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { undo, announcer } = useServices()
  const { run: undoLatest } = useUndo()
  const patch = usePatchArticle(article.id)
  const [typed, setTyped] = useKept<Partial<Values>>(`head.${article.id}`, {})
  const isStale = patch.error?.status === 412
  useEffect(() => {
    if (isStale) client.invalidateQueries({ queryKey: keys.article(article.id), exact: true })
  }, [isStale, client, article.id])
  const values = { ...valuesOf(article), ...typed }
  const leave = () => {
    setTyped(() => ({}))
    patch.reset()
    onDone()
  }
  const save = () => {
    const before = valuesOf(article)
    const change: ArticlePatch = {}
    for (const field of fields)
      if (values[field].trim() !== before[field]) change[field] = values[field].trim()
    if (Object.keys(change).length === 0) return leave()
    patch.mutate(
      { ...change, version: article.version },
      {
        onSuccess: saved => {
          leave()
          const back = Object.fromEntries(
            Object.keys(change).map(f => [f, before[f as Field]]),
          ) as ArticlePatch
          undo.push({
            label: t('head.saved'),
            run: async () => void (await patch.mutateAsync({ ...back, version: saved.version })),
          })
          announcer.say({
            text: t('head.saved'),
            action: { label: t('act.undo'), run: undoLatest, key: 'u' },
          })
        },
      },
    )
  }
  return {
    values,
    patch,
    isStale,
    leave,
    save,
    set: (field: Field, value: string) => setTyped(old => ({ ...old, [field]: value })),
  }
}

type Fault = 'head.badDate' | 'head.badUrl'

/** What can be seen to be wrong before the program is asked. */
function faultsOf({ date, url }: Values): Partial<Record<Field, Fault>> {
  return {
    ...(date.trim() !== '' && !isDate(date.trim()) && { date: 'head.badDate' }),
    ...(url.trim() !== '' && !isAddress(url.trim()) && { url: 'head.badUrl' }),
  }
}

/** Whether the text is a day of the calendar, with or without a time. */
export function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/.exec(text)
  if (!found) return false
  const day = new Date(`${found[1]}-${found[2]}-${found[3]}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.getUTCDate() === Number(found[3])
}

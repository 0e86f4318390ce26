import { Button, Checkbox, Tabs, Textarea, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useImport } from '../api/mutations'
import { Problem } from '../api/problem'
import { isAddress } from '../parts/AnnotationForm'
import { Icon } from '../parts/Icon'
import { ProblemNote } from '../parts/ProblemNote'
import { useKept } from '../state/kept'
import { isDate } from './articleHead'
import classes from './import.module.css'
import { FileDrop } from './importFile'

export type Way = 'text' | 'file' | 'link'
export type Typed = {
  way: Way
  text: string
  link: string
  title: string
  publisher: string
  date: string
  url: string
  author: string
  english: boolean // take it as English whatever the program thinks
}

const nothing: Typed = {
  way: 'text',
  text: '',
  link: '',
  title: '',
  publisher: '',
  date: '',
  url: '',
  author: '',
  english: false,
}

/** What is handed in, as the program takes it; undefined while something is missing. */
export function inputOf(typed: Typed, file: File | undefined) {
  const known = ['title', 'publisher', 'date', 'author'] as const
  const head: Record<string, string> = {}
  for (const name of known) if (typed[name].trim()) head[name] = typed[name].trim()
  if (typed.english) head.language = 'en'
  if (typed.date.trim() && !isDate(typed.date.trim())) return undefined
  if (typed.way === 'link') {
    return isAddress(typed.link.trim()) ? { ...head, url: typed.link.trim() } : undefined
  }
  if (typed.url.trim()) {
    if (!isAddress(typed.url.trim())) return undefined
    head.url = typed.url.trim()
  }
  if (typed.way === 'file') return file && { ...head, file }
  return typed.text.trim() ? { ...head, text: typed.text } : undefined
}

/** The form. What was typed stays until the program has taken it. */
export function ImportForm({ onAccepted }: { onAccepted: (job: string) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useKept<Typed>('import', nothing)
  const [file, setFile] = useState<File>()
  const send = useImport()
  const input = inputOf(typed, file)
  const set = (change: Partial<Typed>) => {
    setTyped(old => ({ ...old, ...change }))
    if (send.error) send.reset()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!input || send.isPending) return
    send.mutate(input, {
      onSuccess: job => {
        setTyped(old => ({ ...nothing, way: old.way }))
        onAccepted(job.id)
      },
    })
  }
  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    if (send.error) send.reset()
  }
  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      <Tabs value={typed.way} onChange={way => set({ way: way as Way })} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="text">{t('import.text')}</Tabs.Tab>
          <Tabs.Tab value="file">{t('import.file')}</Tabs.Tab>
          <Tabs.Tab value="link">{t('import.link')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="text" pt="md">
          <Textarea
            label={t('import.textLabel')}
            description={t('import.textHelp')}
            value={typed.text}
            onChange={event => set({ text: event.currentTarget.value })}
            rows={12}
            dir="auto"
            classNames={{ input: classes.text }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="file" pt="md">
          <FileDrop file={file} onFile={choose} />
        </Tabs.Panel>
        <Tabs.Panel value="link" pt="md">
          <TextInput
            label={t('import.linkLabel')}
            description={t('import.linkHelp')}
            value={typed.link}
            onChange={event => set({ link: event.currentTarget.value })}
            placeholder="https://…"
            inputMode="url"
            autoComplete="off"
            error={typed.link.trim() !== '' && !isAddress(typed.link.trim()) && t('head.badUrl')}
          />
        </Tabs.Panel>
      </Tabs>
      <Known typed={typed} set={set} />
      {send.error && <Refusal problem={send.error} />}
      <div className={classes.foot}>
        <Button type="submit" loading={send.isPending} disabled={!input} leftSection={<Icon name="import" />}>
          {t('import.send')}
        </Button>
        {!input && <span className={classes.soft}>{t(`import.missing.${typed.way}`)}</span>}
      </div>
    </form>
  )
}

/** What the person knows about the article; it wins over what the program finds. */
function Known({ typed, set }: { typed: Typed; set: (change: Partial<Typed>) => void }) {
  const { t } = useTranslation()
  const fields = (['title', 'publisher', 'date', 'author', 'url'] as const).filter(
    f => f !== 'url' || typed.way !== 'link',
  )
  const faults = {
    date: typed.date.trim() !== '' && !isDate(typed.date.trim()) && t('head.badDate'),
    url: typed.url.trim() !== '' && !isAddress(typed.url.trim()) && t('head.badUrl'),
  }
  return (
    <fieldset className={classes.known}>
      <legend className={classes.legend}>{t('import.known')}</legend>
      <p className={classes.soft}>{t('import.knownHelp')}</p>
      <div className={classes.fields}>
        {fields.map(field => (
          <div key={field} className={classes.field} data-field={field}>
            <TextInput
              label={t(`head.${field}`)}
              value={typed[field]}
              onChange={event => set({ [field]: event.currentTarget.value })}
              placeholder={field === 'date' ? '2014-12-03' : field === 'url' ? 'https://…' : undefined}
              error={(field === 'date' || field === 'url') && faults[field]}
              maxLength={2000}
              dir="auto"
              autoComplete="off"
            />
          </div>
        ))}
      </div>
      <Checkbox
        mt="sm"
        size="sm"
        label={t('import.english')}
        description={t('import.englishHelp')}
        checked={typed.english}
        onChange={event => set({ english: event.currentTarget.checked })}
      />
    </fieldset>
  )
}

/** Why the program did not take it. An article that is there already is no
 * trouble: the way to it is shown. */
export function Refusal({ problem }: { problem: Problem }) {
  const { t } = useTranslation()
  if (problem.code === 'language-unsupported') {
    return (
      <ProblemNote
        problem={new Problem({ ...problem, detail: problem.message, hint: t('import.languageHint') })}
      />
    )
  }
  if (problem.code !== 'article-exists' || !problem.ref) return <ProblemNote problem={problem} />
  return <AlreadyThere article={problem.ref} label={t('import.exists')} />
}

export function AlreadyThere({ article, label }: { article: string; label: string }) {
  const { t } = useTranslation()
  return (
    <p className={classes.exists} role="alert">
      <Icon name="info" size={18} />
      {label}{' '}
      <Link to="/articles/$id" params={{ id: article }}>
        {t('import.toArticle')}
      </Link>
    </p>
  )
}

import { Button, Skeleton, Tabs } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annotation, Article } from '../api/types'
import { AnnotationItem } from '../parts/AnnotationItem'
import { CoverageNote } from '../parts/Empty'
import { Icon } from '../parts/Icon'
import { type Entry, type EntryActs, StatementList } from '../parts/StatementList'
import type { Points } from '../text/points'
import classes from './article.module.css'
import { ComposeNote, type useComposer } from './articleCompose'
import { hullOf } from './articleMarks'
import { ArticleSource } from './articleSource'

export type Tab = 'statements' | 'notes' | 'source'

type Props = {
  article: Article
  entries: Entry[]
  notes: Annotation[]
  points: Points
  tab: Tab
  onTab: (tab: Tab) => void
  acts: EntryActs
  composer: ReturnType<typeof useComposer>
  selected: string
  isOpen: boolean
  firstOfPair: string
  isReading: boolean
  note: string // the annotation that was pointed at in the text
  onNote: (note: string) => void
  onWords: (point: number) => void
}

/** What stands beside the text: statements, annotations, and where the article came from. */
export function ArticlePanel(props: Props) {
  const { article, entries, notes, points, tab, onTab, composer } = props
  const { t } = useTranslation()
  const wordsOf = (id: string) => hullOf(entries.find(e => e.statement.id === id)?.statement.content ?? [])
  return (
    <aside className={classes.panel} data-panel aria-label={t('article.panel')}>
      <ComposeNote article={article.id} points={points} composer={composer} wordsOf={wordsOf} />
      <Tabs value={tab} onChange={value => onTab(value as Tab)} className={classes.tabs}>
        <Tabs.List className={classes.tabList}>
          <Tabs.Tab value="statements">
            {t('article.statements')} <span className={classes.count}>{entries.length}</span>
          </Tabs.Tab>
          <Tabs.Tab value="notes">
            {t('note.title')} <span className={classes.count}>{notes.length}</span>
          </Tabs.Tab>
          <Tabs.Tab value="source">{t('article.source')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="statements" className={classes.scroll} data-scrolls tabIndex={-1}>
          <Statements {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="notes" className={classes.scroll} tabIndex={-1}>
          <Notes {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="source" className={classes.scroll} tabIndex={-1}>
          <ArticleSource article={article} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  )
}

function Statements({ article, entries, notes, acts, selected, isOpen, firstOfPair, isReading }: Props) {
  const { t } = useTranslation()
  const known = entries.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that opens, or a list that arrives, is looked at anew
  useEffect(() => {
    if (selected) revealEntry(selected)
  }, [selected, isOpen, known])
  if (isReading) return <Skeleton height={220} m={14} width="auto" />
  if (entries.length === 0) {
    return (
      <div className={classes.none}>
        <p>{t(article.state === 'waiting' ? 'article.notYet' : 'article.noStatements')}</p>
        {article.state === 'ready' && <CoverageNote coverage={article.coverage} />}
      </div>
    )
  }
  return (
    <StatementList {...{ entries, selected, isOpen, firstOfPair, acts }}>
      {notes
        .filter(n => n.target.statement === selected)
        .map(n => (
          <AnnotationItem key={n.id} note={n} />
        ))}
    </StatementList>
  )
}

function Notes({ notes, composer, note, onNote, onWords, acts }: Props) {
  const { t } = useTranslation()
  useEffect(() => {
    if (note) document.getElementById(`note-${note}`)?.scrollIntoView({ block: 'nearest' })
  }, [note])
  return (
    <div className={classes.notes}>
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="comment" size={15} />}
        onClick={() => composer.start({ kind: 'article' })}
      >
        {t('article.annotateAll')}
      </Button>
      {composer.waiting.map(draft => (
        <div key={JSON.stringify(draft.subject)} className={classes.waiting}>
          <b>{t('note.unsaved')}</b>
          <p className={classes.waitingBody}>{draft.body}</p>
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => composer.start(draft.subject, draft.motivation)}
          >
            {t('note.continue')}
          </Button>{' '}
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => composer.drop(draft.subject)}
          >
            {t('note.discard')}
          </Button>
        </div>
      ))}
      {notes.length === 0 && <p className={classes.soft}>{t('article.noNotes')}</p>}
      {notes.map(n => (
        <AnnotationItem
          key={n.id}
          note={n}
          current={n.id === note}
          onShow={() => {
            onNote(n.id)
            if (n.target.start !== undefined) onWords(n.target.start)
            else if (n.target.statement) acts.onSelect(n.target.statement)
          }}
        />
      ))}
    </div>
  )
}

/** Brings a statement's row into view within its list, without moving the page. */
function revealEntry(id: string) {
  const row = document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)
  const list = row?.closest<HTMLElement>('[data-scrolls]')
  if (!row || !list || list.scrollHeight <= list.clientHeight) return
  const [r, l] = [row.getBoundingClientRect(), list.getBoundingClientRect()]
  if (r.top < l.top) list.scrollTop -= l.top - r.top
  else if (r.bottom > l.bottom) list.scrollTop += Math.min(r.bottom - l.bottom, r.top - l.top)
}

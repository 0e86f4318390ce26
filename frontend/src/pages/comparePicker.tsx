import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { itemsOf, useStatements } from '../api/queries'
import type { Side } from '../api/types'
import { useTouch } from '../keys/touch'
import { ProblemNote } from '../parts/ProblemNote'
import { Stance } from '../parts/Stance'
import { SpeakerLine } from '../parts/StatementList'
import { useKept } from '../state/kept'
import { shortDate } from '../text/dates'
import classes from './comparePicker.module.css'

type Props = {
  label: string
  without: string // the statement of the other side, which makes no pair with itself
  onChoose: (id: string) => void
  inputRef: RefObject<HTMLInputElement | null>
}

/** Looks for a statement by its words. The list stands open beneath the field:
 * arrows go through it, Enter chooses. */
export function StatementPicker({ label, without, onChoose, inputRef }: Props) {
  const { t } = useTranslation()
  const touch = useTouch()
  const [text, setText] = useKept(`compare.search.${label}`, '')
  const [wanted] = useDebouncedValue(text.trim(), 200)
  const query = useStatements(wanted ? { q: wanted } : {})
  const found = itemsOf(query.data).filter(side => side.statement.id !== without)
  const [at, setAt] = useState(0)
  const id = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search starts at the top
  useEffect(() => setAt(0), [wanted])
  const current = found[Math.min(at, found.length - 1)]
  useEffect(() => {
    const option = current && document.getElementById(`${id}-${current.statement.id}`)
    const list = option?.parentElement
    if (!option || !list) return
    // Only the list scrolls; scrollIntoView would move the page as well.
    const top = option.offsetTop - list.offsetTop
    const bottom = top + option.offsetHeight
    if (top < list.scrollTop) list.scrollTop = top
    else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight
  }, [current, id])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt(old => Math.min(Math.max(old + step, 0), found.length - 1))
    } else if (event.key === 'Enter' && current && !event.nativeEvent.isComposing) {
      event.preventDefault()
      onChoose(current.statement.id)
    } else if (event.key === 'Escape') {
      setText(() => '')
    }
  }
  return (
    <div className={classes.picker}>
      <TextInput
        ref={inputRef}
        label={label}
        description={touch ? undefined : t('compare.searchHelp')}
        placeholder={t('compare.search')}
        value={text}
        onChange={event => setText(() => event.currentTarget.value)}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={current && `${id}-${current.statement.id}`}
        aria-autocomplete="list"
        autoComplete="off"
        dir="auto"
      />
      {query.error && <ProblemNote problem={query.error} onRetry={() => query.refetch()} />}
      <div className={classes.list} id={`${id}-list`} role="listbox" aria-label={label} tabIndex={-1}>
        {found.map(side => (
          <Option
            key={side.statement.id}
            id={`${id}-${side.statement.id}`}
            side={side}
            isCurrent={side === current}
            onChoose={() => onChoose(side.statement.id)}
          />
        ))}
      </div>
      <p role="status" className={classes.soft}>
        {query.data && found.length === 0 && t('compare.none')}
        {query.hasNextPage && t('compare.more')}
      </p>
    </div>
  )
}

type OptionProps = { id: string; side: Side; isCurrent: boolean; onChoose: () => void }

function Option({ id, side, isCurrent, onChoose }: OptionProps) {
  const { t } = useTranslation()
  const { statement, article } = side
  const where = [article.publisher || article.title || t('articles.untitled'), shortDate(article.date)]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys of the list
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      tabIndex={-1}
      className={classes.option}
      onClick={onChoose}
    >
      <SpeakerLine statement={statement} />
      <span className={classes.words} dir="auto">
        <Stance statement={statement} />
        {statement.text}
      </span>
      <span className={classes.soft}>
        <bdi>{where.filter(Boolean).join(', ')}</bdi>
      </span>
    </div>
  )
}

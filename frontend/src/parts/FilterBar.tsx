import { Button, CloseButton, NativeSelect, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type Ref, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConflictFilter } from '../api/types'
import { useKeyHint } from '../keys/KeysProvider'
import { filterChoices, filterSize } from '../state/filter'
import classes from './FilterBar.module.css'
import { Icon } from './Icon'
import { Kbd } from './Kbd'

type Props = {
  filter: ConflictFilter
  onChange: (filter: ConflictFilter) => void
  searchRef: Ref<HTMLInputElement>
}

/** Narrows the inbox. On a phone all but the search folds away. */
export function FilterBar({ filter, onChange, searchRef }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const set = (change: ConflictFilter) => onChange({ ...filter, ...change })
  const { hint, ...aria } = useKeyHint('search', 'inbox')
  const size = filterSize(filter)
  return (
    <search className={classes.bar} data-open={open || undefined}>
      <WordsInput
        inputRef={searchRef}
        label={t('inbox.search')}
        value={filter.q ?? ''}
        onChange={q => set({ q: q || undefined })}
        hint={hint}
        aria={aria}
        className={classes.search}
      />
      <UnstyledButton className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="filter" /> {t('inbox.filters', { count: size })}
      </UnstyledButton>
      <div className={classes.more}>
        <WordsInput
          label={t('inbox.speaker')}
          value={filter.speaker ?? ''}
          onChange={speaker => set({ speaker: speaker || undefined })}
          className={classes.speaker}
        />
        <Choice name="mine" filter={filter} set={set} />
        <Choice name="state" filter={filter} set={set} />
        <Choice name="kind" filter={filter} set={set} />
        <Choice name="strength" filter={filter} set={set} />
        <Choice name="origin" filter={filter} set={set} />
        {size > 0 && (
          <Button
            variant="subtle"
            size="xs"
            onClick={() => onChange({})}
            leftSection={<Icon name="close" size={14} />}
          >
            {t('inbox.clear')}
          </Button>
        )}
      </div>
      <Narrowed filter={filter} set={set} />
    </search>
  )
}

type ChoiceProps = {
  name: keyof typeof filterChoices
  filter: ConflictFilter
  set: (change: ConflictFilter) => void
}

function Choice({ name, filter, set }: ChoiceProps) {
  const { t } = useTranslation()
  const options = filterChoices[name].map(value => ({
    value,
    label: t(`inbox.choice.${name}.${value}` as 'inbox.choice.mine.todo'),
  }))
  return (
    <NativeSelect
      size="xs"
      className={classes.choice}
      data-set={filter[name] ? true : undefined}
      aria-label={t(`inbox.choiceName.${name}`)}
      value={filter[name] ?? ''}
      data={[{ value: '', label: t(`inbox.any.${name}`) }, ...options]}
      onChange={event => set({ [name]: event.currentTarget.value || undefined })}
    />
  )
}

type WordsProps = {
  label: string
  value: string
  onChange: (value: string) => void
  inputRef?: Ref<HTMLInputElement>
  hint?: string
  aria?: object
  className?: string
}

/** A text field whose words narrow the list once the person pauses. */
function WordsInput({ label, value, onChange, inputRef, hint, aria, className }: WordsProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const tell = useDebouncedCallback(onChange, 250)
  useEffect(() => setText(value), [value])
  const change = (next: string) => {
    setText(next)
    tell(next.trim())
  }
  return (
    <TextInput
      ref={inputRef}
      size="xs"
      className={className}
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={200}
      onChange={event => change(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
      leftSection={inputRef ? <Icon name="search" size={15} /> : undefined}
      rightSection={
        text ? (
          <CloseButton
            size="sm"
            aria-label={t('inbox.clearField', { field: label })}
            onClick={() => change('')}
          />
        ) : (
          <Kbd keys={hint} hidden />
        )
      }
      {...aria}
    />
  )
}

/** A list that a link narrowed to one article or dispute says so. */
function Narrowed({ filter, set }: Omit<ChoiceProps, 'name'>) {
  const { t } = useTranslation()
  if (!filter.article && !filter.dispute) return null
  return (
    <p className={classes.narrowed}>
      {t(filter.article ? 'inbox.oneArticle' : 'inbox.oneDispute')}{' '}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => set({ article: undefined, dispute: undefined })}
      >
        {t('inbox.widen')}
      </Button>
    </p>
  )
}

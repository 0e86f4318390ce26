import { type MouseEvent, memo, type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annotation } from '../api/types'
import { Icon } from '../parts/Icon'
import { cutPieces, type Mark, type Piece } from '../text/pieces'
import type { Span } from '../text/points'
import { type Block, dealOut, type TextMark } from './articleMarks'
import classes from './articleText.module.css'

/** What stands beside the words: where a statement's number goes, and whose
 * annotation ends where. */
export type Signs = {
  /** Statements by the point at which their words start. */
  numbers: ReadonlyMap<number, { id: string; number: number; speaker: string }[]>
  /** Annotations by the point at which their words end. */
  notes: ReadonlyMap<number, Annotation[]>
}

type Props = {
  ref: Ref<HTMLDivElement>
  blocks: readonly Block[]
  marks: readonly Mark<TextMark>[] // of statements and annotations; the same list until they change
  signs: Signs
  selected: string // a statement, or ''
  found?: Span
  pending?: Span
  onSelect: (statement: string) => void
  onNote: (note: string) => void
}

/** The clean text with everything found in it marked. It is always text, never
 * HTML, and each paragraph keeps its own direction of writing. */
export function ArticleText(props: Props) {
  const { ref, blocks, marks, signs, selected, found, pending, onSelect, onNote } = props
  const dealt = useMemo(() => dealOut(blocks, marks), [blocks, marks])
  const passing = useMemo(() => {
    const list: Mark<TextMark>[] = []
    if (found) list.push({ span: found, value: { kind: 'found' } })
    if (pending) list.push({ span: pending, value: { kind: 'pending' } })
    return dealOut(blocks, list)
  }, [blocks, found, pending])
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || !window.getSelection()?.isCollapsed) return
    const ids = event.target.closest('[data-statements]')?.getAttribute('data-statements')?.split(' ')
    const id = ids?.at(-1)
    if (id) onSelect(id)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the numbers are buttons, and keys go from statement to statement
    // biome-ignore lint/a11y/noStaticElementInteractions: a click on the words is a shortcut for those buttons
    <div ref={ref} className={classes.text} onClick={onClick}>
      {blocks.map((block, i) => {
        const own = dealt[i] as Mark<TextMark>[]
        return (
          <BlockText
            key={block.start}
            block={block}
            marks={own}
            passing={passing[i] as Mark<TextMark>[]}
            signs={signs}
            selected={own.some(m => 'statement' in m.value && m.value.statement === selected) ? selected : ''}
            onSelect={onSelect}
            onNote={onNote}
          />
        )
      })}
    </div>
  )
}

type BlockProps = Omit<Props, 'blocks' | 'ref' | 'found' | 'pending'> & {
  block: Block
  passing: Mark<TextMark>[]
}

const BlockText = memo(function BlockText({
  block,
  marks,
  passing,
  signs,
  selected,
  onSelect,
  onNote,
}: BlockProps) {
  const pieces = cutPieces(block.text, [...marks, ...passing], block.start)
  return (
    <p className={classes.block} dir="auto">
      {pieces.map(piece => (
        <PieceWithSigns key={piece.start} {...{ piece, signs, selected, onSelect, onNote }} />
      ))}
    </p>
  )
})

type PieceProps = Pick<Props, 'signs' | 'selected' | 'onSelect' | 'onNote'> & { piece: Piece<TextMark> }

function PieceWithSigns({ piece, signs, selected, onSelect, onNote }: PieceProps) {
  return (
    <>
      {signs.numbers.get(piece.start)?.map(sign => (
        <NumberSign key={sign.id} {...sign} isSelected={sign.id === selected} onSelect={onSelect} />
      ))}
      <Run piece={piece} selected={selected} />
      {signs.notes.get(piece.end)?.map(note => (
        <NoteSign key={note.id} note={note} onNote={onNote} />
      ))}
    </>
  )
}

/** One run of text with the same marks all along; see runAttribute. */
function Run({ piece, selected }: { piece: Piece<TextMark>; selected: string }) {
  const kinds = new Set(piece.values.map(v => v.kind))
  const statements = piece.values.flatMap(v => ('statement' in v ? [v.statement] : []))
  const isSelected =
    selected !== '' && piece.values.some(v => v.kind === 'content' && v.statement === selected)
  const names = [...kinds].map(kind => classes[kind])
  if (isSelected) names.push(classes.selected)
  return (
    <span
      data-at={piece.start}
      data-statements={statements.join(' ') || undefined}
      className={names.join(' ') || undefined}
    >
      {piece.text}
    </span>
  )
}

type NumberProps = {
  id: string
  number: number
  speaker: string
  isSelected: boolean
  onSelect: (id: string) => void
}

function NumberSign({ id, number, speaker, isSelected, onSelect }: NumberProps) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={classes.number}
      aria-label={t('article.number', { number, speaker: speaker || t('article.noSpeaker') })}
      aria-pressed={isSelected}
      data-sign={id}
      onClick={event => {
        event.stopPropagation()
        onSelect(id)
      }}
    >
      {number}
    </button>
  )
}

function NoteSign({ note, onNote }: { note: Annotation; onNote: (id: string) => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={classes.noteSign}
      aria-label={t('article.noteSign', {
        kind: t(`note.motivation.${note.motivation}`),
        author: note.author.name,
      })}
      onClick={event => {
        event.stopPropagation()
        onNote(note.id)
      }}
    >
      <Icon name="comment" size={13} />
    </button>
  )
}

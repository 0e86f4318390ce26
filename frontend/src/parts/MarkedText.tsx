import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason, Side } from '../api/types'
import { excerptAround } from '../text/excerpt'
import { marksOf, type SideMark, signOf } from '../text/marks'
import { cutPieces, type Piece } from '../text/pieces'
import classes from './MarkedText.module.css'

type Lit = {
  active?: number // the reason whose words are lit
  onActive: (reason?: number) => void
}
type Props = Lit & { side: Side; which: 'a' | 'b'; reasons: readonly Reason[] }

/** A statement in its paragraph. The words reported lie on a tint; the words a
 * reason rests on are underlined, solid for and dashed against a conflict, and
 * carry the reason's letter, so that nothing hangs on colour. */
export function MarkedText({ side, which, reasons, ...lit }: Props) {
  const { t } = useTranslation()
  const { pieces, excerpt } = useMemo(() => {
    const marks = marksOf(side, reasons, which)
    const cut = excerptAround(
      side.context,
      marks.map(m => m.span),
    )
    return { excerpt: cut, pieces: cutPieces(cut.text, marks, cut.start) }
  }, [side, reasons, which])
  return (
    <blockquote className={classes.text} dir="auto">
      {excerpt.cutBefore && <span title={t('pair.cut')}>… </span>}
      {runsOf(pieces).map(run => (
        <Run key={run.pieces[0]?.start} isContent={run.isContent}>
          {run.pieces.map(piece => (
            <Words key={piece.start} piece={piece} {...lit} />
          ))}
        </Run>
      ))}
      {excerpt.cutAfter && <span title={t('pair.cut')}> …</span>}
    </blockquote>
  )
}

type RunOfPieces = { isContent: boolean; pieces: Piece<SideMark>[] }

/** Joins neighbours that all are of the statement's content, or all are not. */
function runsOf(pieces: Piece<SideMark>[]): RunOfPieces[] {
  const found: RunOfPieces[] = []
  for (const piece of pieces) {
    const isContent = piece.values.some(v => v.kind === 'content')
    const last = found.at(-1)
    if (last?.isContent === isContent) last.pieces.push(piece)
    else found.push({ isContent, pieces: [piece] })
  }
  return found
}

function Run({ isContent, children }: { isContent: boolean; children: ReactNode }) {
  return isContent ? <mark className={classes.content}>{children}</mark> : <span>{children}</span>
}

function Words({ piece, active, onActive }: Lit & { piece: Piece<SideMark> }) {
  const { t } = useTranslation()
  const reasons = piece.values.flatMap(v => (v.kind === 'reason' ? [v] : []))
  const first = reasons[0]
  if (!first) {
    const isCue = piece.values.some(v => v.kind === 'cue')
    const isSource = piece.values.some(v => v.kind === 'source')
    return <span className={isCue ? classes.cue : isSource ? classes.source : undefined}>{piece.text}</span>
  }
  return (
    <span
      className={classes.words}
      data-for={reasons.some(v => v.for)}
      data-both={(reasons.some(v => v.for) && reasons.some(v => !v.for)) || undefined}
      data-active={reasons.some(v => v.reason === active) || undefined}
      title={reasons.map(v => t(`reason.${v.name}`)).join('; ')}
      onPointerEnter={() => onActive(first.reason)}
      onPointerLeave={() => onActive()}
    >
      <span className={classes.under}>{piece.text}</span>
      {reasons
        .filter(v => v.end === piece.end)
        .map(v => (
          <sup key={v.reason} className={classes.sign}>
            {signOf(v.reason)}
          </sup>
        ))}
    </span>
  )
}

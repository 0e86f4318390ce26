import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Motivation } from '../api/types'
import { motivations } from '../parts/AnnotationForm'
import type { Points, Span } from '../text/points'
import { spanOfRange } from './articleSelection'
import classes from './articleSelectionBar.module.css'

/** Words that are selected in the page, and where they stand below the top
 * left corner of the text, in pixels. */
export type Selected = { span: Span; left: number; bottom: number }

const settling = 180 // milliseconds without a change until a selection counts as made

/** What is selected in the text now; undefined while nothing is. */
export function useSelectedWords(root: RefObject<HTMLElement | null>, article: Points): Selected | undefined {
  const [selected, setSelected] = useState<Selected>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let pressed = false
    const look = () => setSelected(root.current ? readSelection(root.current, article) : undefined)
    const later = () => {
      clearTimeout(timer)
      if (!pressed) timer = setTimeout(look, settling)
    }
    const down = () => {
      pressed = true
    }
    const up = () => {
      pressed = false
      later()
    }
    document.addEventListener('selectionchange', later)
    document.addEventListener('pointerdown', down)
    document.addEventListener('pointerup', up)
    document.addEventListener('pointercancel', up)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', later)
      document.removeEventListener('pointerdown', down)
      document.removeEventListener('pointerup', up)
      document.removeEventListener('pointercancel', up)
    }
  }, [root, article])
  return selected
}

function readSelection(root: HTMLElement, article: Points): Selected | undefined {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return undefined
  const span = spanOfRange(root, range, article)
  const lines = range.getClientRects()
  const last = lines[lines.length - 1]
  if (!span || !last) return undefined
  const origin = root.getBoundingClientRect()
  return { span, left: last.right - origin.left, bottom: last.bottom - origin.top }
}

type Props = {
  at: Selected
  onChoose: (motivation: Motivation) => void
  onCopy: () => void
}

/** The small bar under selected words: what can be done with them. Pressing it
 * leaves the selection as it is. */
export function SelectionBar({ at, onChoose, onCopy }: Props) {
  const { t } = useTranslation()
  return (
    <div
      className={classes.bar}
      role="toolbar"
      aria-label={t('article.selection')}
      style={{ '--left': `${at.left}px`, '--top': `${at.bottom}px` } as React.CSSProperties}
      onPointerDown={event => event.preventDefault()}
      onMouseDown={event => event.preventDefault()}
    >
      {motivations.map(motivation => (
        <button key={motivation} type="button" className={classes.act} onClick={() => onChoose(motivation)}>
          {t(`note.motivation.${motivation}`)}
        </button>
      ))}
      <button type="button" className={classes.act} onClick={onCopy}>
        {t('act.copy')}
      </button>
    </div>
  )
}

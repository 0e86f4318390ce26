import { type ReactNode, useEffect } from 'react'
import classes from './Page.module.css'

type Props = {
  title: string
  /** Stands in the browser's tab; the heading where it is absent. */
  tab?: string
  lead?: ReactNode // a line under the heading
  actions?: ReactNode // at the heading's right
  width?: 'text' | 'wide'
  children: ReactNode
}

/** The frame of one page: its one h1, what it is for, what can be done. */
export function Page({ title, tab, lead, actions, width = 'wide', children }: Props) {
  useTitle(tab ?? title)
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h1 className={classes.title}>{title}</h1>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** Names the browser's tab. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} · Counterclaim` : 'Counterclaim'
  }, [title])
}

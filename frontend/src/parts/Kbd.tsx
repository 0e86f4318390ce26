import classes from './Kbd.module.css'

/** Shows a key, or two pressed one after the other. Hidden from screen
 * readers where a control already tells its key. */
export function Kbd({ keys, hidden }: { keys?: string; hidden?: boolean }) {
  if (!keys) return null
  return (
    <span className={classes.keys} aria-hidden={hidden || undefined}>
      {keys.split(' ').map(key => (
        <kbd key={key} className={classes.key}>
          {key === 'Enter' ? '↵' : key}
        </kbd>
      ))}
    </span>
  )
}

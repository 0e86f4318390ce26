import { Button } from '@mantine/core'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../parts/Icon'
import classes from './import.module.css'

const kinds = '.txt,.md,.html,.htm,.jsonl'
const limit = 16 * 1024 * 1024 // bytes that the program takes

/** Chooses one file, with the browser's own dialog or by dropping it. */
export function FileDrop({ file, onFile }: { file?: File; onFile: (file?: File) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [fault, setFault] = useState('')
  const id = useId()
  const take = (files: FileList | null) => {
    const first = files?.[0]
    if (!first) return
    setFault('')
    onFile(file) // what was said of the file before is no longer of interest
    if (files.length > 1) return setFault(t('import.oneFile'))
    if (first.size > limit) return setFault(t('import.tooLarge', { name: first.name }))
    if (first.size === 0) return setFault(t('import.emptyFile', { name: first.name }))
    onFile(first)
  }
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      take(event.dataTransfer.files)
    },
  }
  return (
    <div className={classes.drop} data-over={over || undefined} {...drop}>
      <Icon name="import" size={26} />
      {file ? (
        <p className={classes.file} role="status">
          <b>
            <bdi>{file.name}</bdi>
          </b>{' '}
          {t('source.bytes', { count: file.size })}
        </p>
      ) : (
        <p>{t('import.drop')}</p>
      )}
      <div className={classes.dropActs}>
        <input
          ref={input}
          id={id}
          type="file"
          accept={kinds}
          className="hidden"
          tabIndex={-1}
          aria-label={t('import.choose')}
          onChange={event => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
        <Button size="xs" variant="default" onClick={() => input.current?.click()}>
          {t(file ? 'import.chooseOther' : 'import.choose')}
        </Button>
        {file && (
          <Button size="xs" variant="subtle" color="gray" onClick={() => onFile(undefined)}>
            {t('import.removeFile')}
          </Button>
        )}
      </div>
      <p className={classes.soft}>{t('import.kinds')}</p>
      {fault && (
        <p role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
    </div>
  )
}

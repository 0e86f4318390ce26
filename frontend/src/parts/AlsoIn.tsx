import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '../api/types'

/** Where else the same words stand, as wire copy does; nothing where nowhere. */
export function AlsoIn({ side }: { side: Side }) {
  const { t } = useTranslation()
  const also = side.also ?? []
  if (also.length === 0) return null
  return (
    <span>
      {' · '}
      {t('pair.also')}{' '}
      {also.map((place, index) => (
        <Fragment key={place.statement}>
          {index > 0 && ', '}
          <Link to="/articles/$id" params={{ id: place.article }} search={{ statement: place.statement }}>
            <bdi>{place.publisher || place.title || t('pair.untitled')}</bdi>
          </Link>
        </Fragment>
      ))}
    </span>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api, over } from '../api/client'
import type { NewAnnotation } from '../api/mutations'
import { asProblem } from '../api/problem'
import type { Annotation } from '../api/types'
import { useServices, useUndo } from '../state/Services'

const address = '/api/v1/annotations/{id}'

export const fetchAnnotation = (id: string) => answerOf(api.GET(address, { params: { path: { id } } }))
const post = (body: NewAnnotation) => answerOf(api.POST('/api/v1/annotations', { body }))
const patch = (id: string, version: number, body: string) =>
  answerOf(api.PATCH(address, { params: { path: { id }, header: over(version) }, body: { body } }))
const remove = (id: string, version: number) =>
  answerOf(api.DELETE(address, { params: { path: { id }, header: over(version) } }))

/** Deletes an annotation whatever its version is now: the way back of an act
 * by the same person. One that is gone already is as good as deleted. */
async function removeLatest(id: string): Promise<void> {
  try {
    await remove(id, (await fetchAnnotation(id)).version)
  } catch (error) {
    if (asProblem(error).status !== 404) throw error
  }
}

/** The annotation as it would be written anew: what surrounds its words is the
 * server's to fill in. */
export const asNew = ({ motivation, body, target }: Annotation): NewAnnotation => {
  const { prefix: _p, suffix: _s, ...kept } = target
  return { motivation, body, target: kept }
}

/** Adding, changing and deleting annotations, each with a message and a way
 * back. They throw a Problem where the program refuses. */
export function useAnnotationActs() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { undo, announcer } = useServices()
  const { run: undoLatest } = useUndo()
  return useMemo(() => {
    const refresh = () => client.invalidateQueries({ queryKey: ['annotations'] })
    const done = (label: string, back: () => Promise<unknown>) => {
      const act = {
        label,
        run: async () => {
          await back()
          await refresh()
        },
      }
      undo.push(act)
      announcer.say({ text: label, action: { label: t('act.undo'), run: undoLatest, key: 'u' } })
    }
    return {
      add: async (value: NewAnnotation) => {
        const saved = await post(value)
        await refresh()
        done(t('note.saved', { kind: t(`note.motivation.${saved.motivation}`) }), () =>
          removeLatest(saved.id),
        )
        return saved
      },
      change: async (old: Annotation, body: string) => {
        const saved = await patch(old.id, old.version, body)
        await refresh()
        done(t('note.changed'), () => patch(saved.id, saved.version, old.body))
        return saved
      },
      remove: async (old: Annotation) => {
        await remove(old.id, old.version)
        await refresh()
        done(t('note.deleted'), () => post(asNew(old)))
      },
      refresh,
    }
  }, [t, client, undo, announcer, undoLatest])
}

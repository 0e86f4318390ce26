import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/keys'
import { deleteReview, patchConflict, putReview } from '../api/mutations'
import { asProblem } from '../api/problem'
import { conflictQuery } from '../api/queries'
import type { Conflict, ConflictFilter, Label, Review, ReviewInput } from '../api/types'
import type { Draft } from './drafts'
import { useServices, useUndo } from './Services'

/** Saves a review while the reviewer is already on to the next pair. The act
 * can be taken back from the moment it starts; should it fail, what was chosen
 * and typed is still there and a message leads back to it. */
export function useSaveReview(filter: ConflictFilter) {
  const client = useQueryClient()
  const router = useRouter()
  const { t } = useTranslation()
  const { undo, announcer, drafts } = useServices()
  const { run: undoLatest } = useUndo()

  return useCallback(
    async (conflict: Conflict, draft: Draft & { judgement: Label }, moved: Promise<void>) => {
      const { id } = conflict
      const before = conflict.reviews.mine
      const label = t(`label.${draft.judgement}`)
      const show = () => router.navigate({ to: '/conflicts/$id', params: { id }, search: filter })
      const refresh = async () => {
        const fresh = await client.fetchQuery({ ...conflictQuery(id), staleTime: 0 })
        patchConflict(client, id, () => fresh)
        for (const key of [keys.disputes, ['dispute'], keys.stats])
          client.invalidateQueries({ queryKey: key })
      }

      drafts.set(id, draft)
      const saving = putReview(id, inputOf(draft), before?.version)
      const act = {
        label,
        run: async () => {
          const saved = await saving
          await takeBack(id, saved, before)
          if (!before && saved.note) drafts.set(id, { note: saved.note, base: 0 })
          await refresh()
          if (router.state.location.pathname.startsWith('/conflicts/')) await show()
        },
      }
      undo.push(act)
      saving.catch(() => {}) // told below, once the next pair is on the screen
      await moved
      patchConflict(client, id, c => withMine(c, draft, before))
      try {
        await saving
        drafts.clear(id)
        announcer.say({
          text: t('review.saved', { label }),
          action: { label: t('act.undo'), run: undoLatest, key: 'u' },
        })
      } catch (error) {
        undo.drop(act)
        const problem = asProblem(error)
        announcer.say({
          text: problem.message,
          hint: problem.hint || t('review.kept'),
          tone: 'trouble',
          action: { label: t('review.show'), run: show },
        })
        patchConflict(client, id, c => ({ ...c, reviews: conflict.reviews }))
      }
      await refresh().catch(() => client.invalidateQueries({ queryKey: keys.conflict(id) }))
    },
    [client, router, t, undo, announcer, drafts, undoLatest, filter],
  )
}

const inputOf = ({ judgement, sureness, note }: Draft & { judgement: Label }): ReviewInput => ({
  judgement,
  ...(sureness && { sureness }),
  ...(note?.trim() && { note: note.trim() }),
})

/** Puts back what was there before: the earlier review, or none. */
async function takeBack(id: string, saved: Review, before?: Review): Promise<void> {
  if (before) await putReview(id, inputOf({ ...before, base: 0 }), saved.version)
  else await deleteReview(id, saved.version)
}

/** The conflict as it will be, shown until the answer comes. */
function withMine(c: Conflict, draft: Draft & { judgement: Label }, before?: Review): Conflict {
  const now = new Date().toISOString()
  const mine: Review = {
    conflict: c.id,
    reviewer: before?.reviewer ?? { id: '', name: '' },
    created_at: now,
    ...before,
    ...inputOf(draft),
    version: (before?.version ?? 0) + 1,
    updated_at: now,
  }
  return { ...c, reviews: { ...c.reviews, count: c.reviews.count + (before ? 0 : 1), mine } }
}

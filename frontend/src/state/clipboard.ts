import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '../api/types'
import { addressInArchive } from '../text/address'
import { citation } from '../text/citation'
import { useServices } from './Services'

/** Puts plain text on the clipboard and says whether that worked. A page that
 * is not served from this machine or over https has no clipboard of its own:
 * there a hidden field is copied from. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyFromField(text)
  }
}

function copyFromField(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('readonly', '')
  field.className = 'hidden'
  document.body.append(field)
  try {
    field.select()
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    field.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}

/** Copies a statement as a quotation with speaker, outlet, date and link. */
export function useCopyQuotation() {
  const { t } = useTranslation()
  const { announcer } = useServices()
  return useCallback(
    async (side: Pick<Side, 'statement' | 'article'>) => {
      const text = citation(side, {
        reportedBy: outlet => t('citation.reportedBy', { outlet }),
        stance: stance => t('pair.stance', { stance: t(`commitment.${stance}`) }),
        unknownSpeaker: t('citation.unknownSpeaker'),
        unknownOutlet: t('citation.unknownOutlet'),
        archived: cited => addressInArchive(cited, window.location.origin),
      })
      const copied = await copyText(text)
      announcer.say(
        copied
          ? { text: t('citation.copied') }
          : { text: t('citation.notCopied'), hint: text, tone: 'trouble' },
      )
    },
    [t, announcer],
  )
}

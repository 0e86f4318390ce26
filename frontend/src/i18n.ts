import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import archive from './locales/en.archive.json'
import en from './locales/en.json'

const words = { ...en, ...archive }

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof words }
  }
}

/** Makes the pages' words ready. Values are put in as text: React escapes them. */
export async function startWords() {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: words } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  })
  return i18next
}

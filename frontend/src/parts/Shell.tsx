import { Drawer, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useKeyHint, useKeySettings, useKeys } from '../keys/KeysProvider'
import type { Act } from '../keys/table'
import { useSignOut } from '../pages/signin'
import { useFocusKept } from '../state/focus'
import { useJobWatch } from '../state/jobNews'
import { UndoKey } from '../state/Services'
import { Icon, type IconName } from './Icon'
import { Kbd } from './Kbd'
import classes from './Shell.module.css'
import { Toast } from './Toast'

const areas = [
  { to: '/', name: 'inbox', act: 'goInbox' },
  { to: '/disputes', name: 'disputes', act: 'goDisputes' },
  { to: '/articles', name: 'articles', act: 'goArticles' },
  { to: '/import', name: 'import', act: 'goImport' },
  { to: '/compare', name: 'compare', act: 'goCompare' },
  { to: '/report', name: 'report', act: 'goReport' },
] as const satisfies readonly { to: string; name: IconName; act: Act }[]

const onPhone = 4 // areas in the bottom bar; the others are in its menu

/** The frame around every page: skip link, navigation, settings, messages. */
export function Shell() {
  const { t } = useTranslation()
  useAreaKeys()
  useJobWatch()
  useFocusKept()
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <UndoKey />
      <aside className={classes.rail}>
        <Link to="/" className={classes.brand} aria-label={t('shell.home')}>
          <img src="/icon.svg" alt="" width={26} height={26} />
          <span>Counterclaim</span>
        </Link>
        <nav aria-label={t('shell.nav')}>
          {areas.map(area => (
            <Area key={area.to} {...area} className={classes.area} withKey />
          ))}
        </nav>
        <RailFoot />
      </aside>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <nav className={classes.bar} aria-label={t('shell.nav')}>
        {areas.slice(0, onPhone).map(area => (
          <Area key={area.to} {...area} className={classes.tab} />
        ))}
        <MoreSheet />
      </nav>
      <Toast />
    </div>
  )
}

function useAreaKeys() {
  const navigate = useNavigate()
  const { showHelp } = useKeySettings()
  useKeys('anywhere', {
    help: showHelp,
    ...Object.fromEntries(areas.map(area => [area.act, () => void navigate({ to: area.to })])),
  })
}

type AreaProps = (typeof areas)[number] & { className?: string; withKey?: boolean }

function Area({ to, name, act, className, withKey }: AreaProps) {
  const { t } = useTranslation()
  const { hint, ...aria } = useKeyHint(act, 'anywhere')
  return (
    <Link to={to} className={className} activeOptions={{ exact: to === '/', includeSearch: false }} {...aria}>
      <Icon name={name} size={20} />
      <span className={classes.areaName}>{t(`nav.${name}`)}</span>
      {withKey && <Kbd keys={hint} hidden />}
    </Link>
  )
}

function RailFoot() {
  const { t } = useTranslation()
  const { showHelp } = useKeySettings()
  const { hint, ...aria } = useKeyHint('help', 'anywhere')
  const scheme = useScheme()
  const signOut = useSignOut()
  return (
    <div className={classes.foot}>
      <UnstyledButton className={classes.area} onClick={showHelp} {...aria}>
        <Icon name="keys" size={20} />
        <span className={classes.areaName}>{t('shell.keys')}</span>
        <Kbd keys={hint} hidden />
      </UnstyledButton>
      <UnstyledButton className={classes.area} onClick={scheme.toggle}>
        <Icon name={scheme.icon} size={20} />
        <span className={classes.areaName}>{scheme.label}</span>
      </UnstyledButton>
      <UnstyledButton className={classes.area} onClick={signOut}>
        <Icon name="signOut" size={20} />
        <span className={classes.areaName}>{t('shell.signOut')}</span>
      </UnstyledButton>
    </div>
  )
}

/** The areas and settings that have no room in the bottom bar of a phone. */
function MoreSheet() {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <UnstyledButton className={classes.tab} onClick={open} aria-haspopup="dialog">
        <Icon name="more" size={20} />
        <span className={classes.areaName}>{t('shell.more')}</span>
      </UnstyledButton>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        size={360}
        title={t('shell.more')}
        closeButtonProps={{ 'aria-label': t('act.close') }}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: whatever is chosen within, the sheet closes */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key press on a link or button within is a click too */}
        <div onClick={close}>
          {areas.slice(onPhone).map(area => (
            <Area key={area.to} {...area} className={classes.area} />
          ))}
          <RailFoot />
        </div>
      </Drawer>
    </>
  )
}

const rounds = { auto: 'light', light: 'dark', dark: 'auto' } as const
const schemeIcons = { auto: 'system', light: 'sun', dark: 'moon' } as const

/** Light, dark, or as the system has it; a press goes to the next. */
function useScheme() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return {
    icon: schemeIcons[colorScheme],
    label: t(`scheme.${colorScheme}`),
    toggle: () => setColorScheme(rounds[colorScheme]),
  }
}

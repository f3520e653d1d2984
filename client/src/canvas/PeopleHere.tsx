import { Eye, EyeOff, Megaphone, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess, useReadable, useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../ui/Menu.tsx'
import { notify } from '../ui/notices.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { othersShown } from './othersShown.ts'
import { useSurface } from './surfaceContext.ts'
import styles from './Whiteboard.module.css'

/** Who is on the whiteboard, to be followed; whether their cursors are drawn; and a facilitator's call to come here. */
export const PeopleHere = () => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const session = useSession()
  const me = useMe()
  const { sides, members } = useProcess()
  const people = useReadable(session.onCanvas)
  const following = useReadable(surface.following)
  const isShown = useReadable(othersShown)
  const followed = people.find(({ id }) => id === following)
  if (people.length === 0) return null
  return (
    <div className={styles.people} data-over>
      {followed !== undefined && (
        <div className={styles.followed}>
          <Button small onPress={() => surface.following.set(null)}>
            {t('follow.stop', { name: followed.name })}
          </Button>
        </div>
      )}
      {me.role === 'facilitator' && (
        <Button
          small
          onPress={() => {
            surface.summon.set(surface.summon.get() + 1)
            notify(t('follow.called', { count: people.length }), { kind: 'good' })
          }}
        >
          <Megaphone aria-hidden="true" />
          <span className={styles.bring}>{t('follow.bring')}</span>
        </Button>
      )}
      <Menu
        label={t('follow.label')}
        trigger={
          <IconButton label={t('follow.here', { count: people.length })}>
            <Users aria-hidden="true" />
          </IconButton>
        }
      >
        {people.map(({ id, name, side }) => (
          <MenuItem
            key={id}
            label={t('follow.one', { name })}
            icon={
              <SideMark
                side={sides.find(one => one.id === side) ?? null}
                role={members.get(id)?.role}
                size={18}
                decorative
              />
            }
            onAction={() => surface.following.set(id)}
          />
        ))}
        <MenuLine />
        <MenuItem
          label={t(isShown ? 'follow.hide' : 'follow.show')}
          icon={isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          onAction={() => othersShown.set(!isShown)}
        />
      </Menu>
    </div>
  )
}

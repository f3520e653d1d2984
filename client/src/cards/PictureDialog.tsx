import type { CardId, CardKind, Image } from '@jointly/board'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../session/api.ts'
import type { Composed } from '../session/edits.ts'
import { useSession } from '../session/hooks.ts'
import { sendPicture } from '../session/pictures.ts'
import { Button } from '../ui/Button.tsx'
import { chooseFiles } from '../ui/chooseFiles.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './PictureDialog.module.css'
import { MOST_ALT, PICTURES } from './pictures.ts'

export type PictureDialogProps = {
  /** What was pasted, dropped or chosen; each becomes a card, one after the other. */
  files: readonly File[]
  kinds: readonly [CardKind, ...CardKind[]]
  /** Words that were typed before the picture came. */
  text?: string
  /** Posts the card with its picture; null where nobody can write now: the file stays here. */
  onPost: (card: Composed) => CardId | null
  onClose: () => void
}

/** Where pictures become cards: sent while one says what is to be seen in them, posted when the server has them. */
export default function PictureDialog({ files, ...props }: PictureDialogProps) {
  const [queue, setQueue] = useState(files)
  const [done, setDone] = useState(0)
  const file = queue[done]
  return file === undefined ? null : (
    <OnePicture
      key={`${done} ${file.name} ${file.size} ${file.lastModified}`}
      {...props}
      file={file}
      text={done === 0 ? (props.text ?? '') : ''}
      at={done + 1}
      of={queue.length}
      onPosted={() => (done + 1 === queue.length ? props.onClose() : setDone(done + 1))}
      onOther={other => setQueue(queue.with(done, other))}
    />
  )
}

type Sending =
  | { readonly is: 'sending'; readonly share: number }
  | { readonly is: 'sent'; readonly image: Image }
  | { readonly is: 'failed'; readonly error: ProblemError }

type OneProps = Omit<PictureDialogProps, 'files'> & {
  file: File
  at: number
  of: number
  onPosted: () => void
  onOther: (file: File) => void
}

const OnePicture = ({ file, kinds, text = '', at, of, onPost, onPosted, onOther, onClose }: OneProps) => {
  const { t } = useTranslation('cards')
  const { t: common } = useTranslation('common')
  const [kind, setKind] = useState(kinds[0])
  const [words, setWords] = useState(text)
  const [alt, setAlt] = useState('')
  const [sending, again] = useSending(file)
  const why = useWhyNot(file)
  const post = () => {
    if (sending.is === 'sent' && onPost({ kind, text: words.trim(), alt, image: sending.image }) !== null) onPosted()
  }
  const other = () => void chooseFiles({ accept: PICTURES }).then(([chosen]) => chosen && onOther(chosen))
  return (
    <Dialog
      title={of > 1 ? t('picture.titleOf', { at, of }) : t('picture.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          {sending.is === 'failed' && !isFinal(sending.error) && <Button onPress={again}>{t('picture.again')}</Button>}
          {sending.is === 'failed' && isFinal(sending.error) ? (
            <Button variant="primary" onPress={other}>
              {t('picture.other')}
            </Button>
          ) : (
            <Button
              variant="primary"
              isPending={sending.is === 'sending'}
              isDisabled={sending.is === 'failed'}
              onPress={post}
            >
              {t('composer.post')}
            </Button>
          )}
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          post()
        }}
      >
        <Preview file={file} />
        {sending.is === 'sending' && (
          <progress className={styles.progress} aria-label={t('picture.sending')} value={sending.share} />
        )}
        <p className={styles.why} role="alert">
          {sending.is === 'failed' && why(sending.error)}
        </p>
        <TextField
          label={t('picture.alt')}
          description={t('picture.altHint')}
          value={alt}
          onChange={setAlt}
          maxLength={MOST_ALT}
          autoFocus
        />
        <TextField label={t('picture.words')} value={words} onChange={setWords} />
        {kinds.length > 1 && (
          <Select
            label={t('composer.which')}
            value={kind}
            onChange={setKind}
            options={kinds.map(id => ({ id, label: t(`kind.${id}`) }))}
          />
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}

/** The picture as it lies on this device; what the browser cannot show is named. */
const Preview = ({ file }: { file: File }) => {
  const [isShown, setShown] = useState(true)
  const address = useMemo(() => URL.createObjectURL(file), [file])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return isShown ? (
    <img className={styles.preview} src={address} alt={file.name} onError={() => setShown(false)} />
  ) : (
    <p className={styles.name}>{file.name}</p>
  )
}

const useSending = (file: File): readonly [Sending, () => void] => {
  const { opened, place, id } = useSession()
  const [round, setRound] = useState(0)
  const [sending, setSending] = useState<Sending>({ is: 'sending', share: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round sends again
  useEffect(() => {
    const stop = new AbortController()
    setSending({ is: 'sending', share: 0 })
    sendPicture({
      ...{ board: opened.board.id, as: id, document: place.document, file, signal: stop.signal },
      onProgress: share => setSending({ is: 'sending', share }),
    }).then(
      image => setSending({ is: 'sent', image }),
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ProblemError)) throw error
        setSending({ is: 'failed', error })
      },
    )
    return () => stop.abort()
  }, [file, opened, place, id, round])
  return [sending, () => setRound(round + 1)]
}

/** The same file would be refused again. */
const FINAL: readonly ProblemError['code'][] = ['too_big', 'not_an_image', 'image_too_large', 'bad_request']
const isFinal = ({ code }: ProblemError): boolean => FINAL.includes(code)

/** Why a picture was not taken, in words about pictures where those about everything would not help. */
const useWhyNot = (file: File) => {
  const { t } = useTranslation('cards')
  return (error: ProblemError): string => {
    if (error.code === 'too_big') return t('picture.tooBig')
    if (error.code === 'offline') return t('picture.offline')
    if (error.code === 'not_an_image' && file.type === 'image/svg+xml') return t('picture.svg')
    return problemSentence(error)
  }
}

// Parts of the editor that are drawn later. They are fetched while nobody types, so that they are there when the connection is not.
import { type ComponentType, lazy } from 'react'
import { NotLoaded } from './not-loaded.tsx'

const beside = async () => (await import('./beside.tsx')).Beside
const conflictChoice = async () => (await import('./conflict-choice.tsx')).ConflictChoice
const evidencePanel = async () => (await import('../evidence/evidence-panel.tsx')).EvidencePanel
const pastePreview = async () => (await import('./paste-preview.tsx')).PastePreview
const signInDialog = async () => (await import('./sign-in-dialog.tsx')).SignInDialog
const whatIf = async () => (await import('./what-if.tsx')).WhatIf
export const fetchWithComputed = async () => (await import('./with-computed.ts')).withComputed

/** A part that cannot be fetched must not take the form with it. */
const late = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: NotLoaded as ComponentType<P> }),
    ),
  ) // it takes no properties

/** Brings with it how rows of two years are told to be the same. */
export const Beside = late(beside)
export const ConflictChoice = late(conflictChoice)
export const EvidencePanel = late(evidencePanel)
export const PastePreview = late(pastePreview)
export const SignInDialog = late(signInDialog)
/** Brings the arithmetic of scores with it. */
export const WhatIf = late(whatIf)

/** Milliseconds after the form is there. */
const pause = 1_500

/** Answers how to leave it undone. What cannot be fetched now is fetched when it is needed. */
export function fetchLater(): () => void {
  const parts = [beside, conflictChoice, evidencePanel, pastePreview, signInDialog, whatIf, fetchWithComputed]
  const timer = setTimeout(() => {
    for (const part of parts) void part().catch(() => undefined)
  }, pause)
  return () => clearTimeout(timer)
}

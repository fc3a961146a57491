// Parts of the editor that are drawn later. They are fetched while nobody types, so that they are there when the connection is not.
import { lazy } from 'react'

const pastePreview = async () => ({ default: (await import('./paste-preview.tsx')).PastePreview })
const conflictChoice = async () => ({ default: (await import('./conflict-choice.tsx')).ConflictChoice })
const beside = async () => ({ default: (await import('./beside.tsx')).Beside })
const evidencePanel = async () => ({ default: (await import('../evidence/evidence-panel.tsx')).EvidencePanel })
const signInDialog = async () => ({ default: (await import('./sign-in-dialog.tsx')).SignInDialog })
const whatIf = async () => ({ default: (await import('./what-if.tsx')).WhatIf })
const computed = async () => (await import('./with-computed.ts')).withComputed

export const PastePreview = lazy(pastePreview)
export const ConflictChoice = lazy(conflictChoice)
/** Brings with it how rows of two years are told to be the same. */
export const Beside = lazy(beside)
export const SignInDialog = lazy(signInDialog)
export const EvidencePanel = lazy(evidencePanel)
/** Brings the arithmetic of scores with it. */
export const WhatIf = lazy(whatIf)
export const fetchWithComputed = computed

/** Milliseconds after the form is there. */
const pause = 1_500

/** Answers how to leave it undone. What cannot be fetched now is fetched when it is needed. */
export function fetchLater(): () => void {
  const timer = setTimeout(() => {
    for (const part of [beside, signInDialog, evidencePanel, pastePreview, conflictChoice, whatIf, computed])
      void part().catch(() => undefined)
  }, pause)
  return () => clearTimeout(timer)
}

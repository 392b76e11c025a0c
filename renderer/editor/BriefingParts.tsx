import { Fragment, type ReactNode } from 'react'
import type { DocumentNode } from '../../shared/document/briefing.ts'
import { type CitedPassage, citationKey, citationTargets } from '../../shared/document/citations.ts'
import { responsesTo } from '../../shared/document/recommendations.ts'
import type { CitationTarget } from '../../shared/document/schema.ts'
import { partSeparator, partWords } from './citedParts.ts'
import { footnoteName } from './paper/FootnoteView.ts'
import { GONE } from './paper/ReferenceView.ts'
import { responseWords } from './paper/responseWords.ts'

/* The parts of a draft that is only read which are computed and not written in it. */

export interface CitationNumbersProps {
  node: DocumentNode
  passages: ReadonlyMap<string, CitedPassage>
  follow?: ((target: CitationTarget) => void) | undefined
}

/** What a citation or quotation cites, as numbers, each of which leads to its passage. */
export function CitationNumbers({ node, passages, follow }: CitationNumbersProps): ReactNode {
  const targets = citationTargets(node)
  return (
    <span className="citation">
      {targets.map((target, i) => {
        const key = citationKey(target)
        return (
          <Fragment key={`${key} ${target.locator}`}>
            {i > 0 && partSeparator(targets)}
            <CitationNumber target={target} number={passages.get(key)?.number ?? null} follow={follow} />
          </Fragment>
        )
      })}
    </span>
  )
}

interface CitationNumberProps {
  target: CitationTarget
  number: number | null
  follow: CitationNumbersProps['follow']
}

function CitationNumber({ target, number, follow }: CitationNumberProps): ReactNode {
  const shared = { className: 'part', 'data-key': citationKey(target) }
  const words = partWords(number, target)
  if (number === null || !follow) return <span {...shared}>{words}</span>
  return (
    <button type="button" {...shared} aria-label={`Citation ${words}`} onClick={() => follow(target)}>
      {words}
    </button>
  )
}

/** What the line below a recommendation offers as answers, if it has one. */
export function ResponseLine({ node }: { node: DocumentNode }): ReactNode {
  const responses = responsesTo(node)
  return (
    responses && (
      <div className="response">
        {responses.map(response => (
          <span key={response}>{responseWords(response)}</span>
        ))}
      </div>
    )
  )
}

/** The words of a note stand nowhere else in a draft that is only read, so they are also given to those who hear it. */
export function FootnoteNumber({ label, text }: { label: string; text: string }): ReactNode {
  return (
    <span className="footnote" title={footnoteName(label, text)}>
      {label}
      <span className="visuallyHidden"> {footnoteName(label, text)} </span>
    </span>
  )
}

/** What a cross-reference says; undefined where what it refers to is gone. */
export function ReferenceWords({ words }: { words: string | undefined }): ReactNode {
  return words === undefined ? (
    <span className="reference troubled">{GONE}</span>
  ) : (
    <span className="reference">{words}</span>
  )
}

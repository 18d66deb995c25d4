import { describe, expect, it } from 'vitest'
import { Notices } from '../../../src/app/state/notices.svelte.ts'

const texts = ({ inOrder }: Notices) => inOrder.map(({ text }) => text)

describe('notices', () => {
  it('have failures first, and the newest before the others', () => {
    const notices = new Notices()
    notices.tell('one')
    notices.fail('two')
    notices.warn('three')
    notices.fail('four')
    expect(texts(notices)).toEqual(['four', 'two', 'three', 'one'])
  })

  it('said again are one, which says how often', () => {
    const notices = new Notices()
    notices.warn('full')
    notices.warn('other')
    notices.warn('full', ['a line'])
    expect(notices.inOrder.map(({ text, times }) => [text, times])).toEqual([
      ['full', 2],
      ['other', 1],
    ])
    expect(notices.inOrder[0].lines).toEqual(['a line'])
  })

  it('that can be undone stay apart, whatever they are called', () => {
    const notices = new Notices()
    const undo = { label: 'Undo', act: () => {} }
    const ids = [notices.tell('Deleted “A”.', [], undo), notices.tell('Deleted “A”.', [], undo)]
    expect(notices.inOrder).toHaveLength(2)
    notices.dismiss(ids[0])
    expect(notices.inOrder.map(({ id }) => id)).toEqual([ids[1]])
  })

  it('are never so many that a failure is lost', () => {
    const notices = new Notices()
    notices.fail('lost?')
    for (let i = 0; i < 100; i++) notices.tell(`news ${i}`)
    expect(notices.list.length).toBeLessThanOrEqual(30)
    expect(texts(notices)[0]).toBe('lost?')
    expect(texts(notices)[1]).toBe('news 99')
    notices.dismissAll()
    expect(notices.inOrder).toEqual([])
  })
})

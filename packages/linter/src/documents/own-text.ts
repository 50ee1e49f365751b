/**
 * `text` in memory of its own. To V8 a piece of a string is a window on it, so that one word would keep a whole page
 * alive; a piece of a text just made is a window on no more than that.
 */
export const ownText = (text: string): string => ` ${text}`.slice(1)

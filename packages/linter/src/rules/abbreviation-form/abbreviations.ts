export interface SpacedAbbreviation {
  /** As it should be written: ”t.ex.” */
  readonly right: string
  /** Written out. Several where the sentence decides which. */
  readonly out: readonly string[]
  /** A sentence may end with it, so that its last full stop may be the sentence's too. */
  readonly mayEnd?: true
  /** Forms beside those with spaces and missing full stops that are certain: ”tex”. */
  readonly also?: readonly string[]
  /** Other ways to write it that are as right. */
  readonly fine?: readonly string[]
}

/** Source: Svenska skrivregler (Språkrådet): full stops and no spaces, or better: written out. */
export const ABBREVIATIONS: readonly SpacedAbbreviation[] = [
  { right: 't.ex.', out: ['till exempel'], also: ['tex', 't.ex'] },
  { right: 'bl.a.', out: ['bland annat', 'bland andra'], also: ['bl.a'] },
  { right: 'dvs.', out: ['det vill säga'], also: ['d.v.s'], fine: ['d.v.s.'] },
  { right: 'o.s.v.', out: ['och så vidare'], also: ['o.s.v', 'osv'], fine: ['osv.'], mayEnd: true },
  { right: 'm.m.', out: ['med mera'], also: ['m.m'], mayEnd: true },
  { right: 'm.fl.', out: ['med flera'], also: ['m.fl', 'mfl'], mayEnd: true },
  { right: 'p.g.a.', out: ['på grund av'], also: ['p.g.a', 'pga'], fine: ['pga.'] },
  { right: 'fr.o.m.', out: ['från och med'], also: ['fr.o.m'] },
  { right: 't.o.m.', out: ['till och med'], also: ['t.o.m'] },
  { right: 's.k.', out: ['så kallad', 'så kallat', 'så kallade'], also: ['s.k'] },
  { right: 'f.d.', out: ['före detta'], also: ['f.d'] },
  { right: 'f.n.', out: ['just nu'], also: ['f.n'] },
  { right: 'm.h.a.', out: ['med hjälp av'], also: ['m.h.a', 'mha'] },
  { right: 'm.a.o.', out: ['med andra ord'], also: ['m.a.o'] },
  { right: 'i.o.m.', out: ['i och med'], also: ['i.o.m'] },
  { right: 'o.d.', out: ['och liknande'], also: ['o.d'], mayEnd: true },
  { right: 'e.d.', out: ['eller liknande'], also: ['e.d'], mayEnd: true },
  { right: 'o.dyl.', out: ['och liknande'], also: ['o.dyl'], mayEnd: true },
  { right: 'e.dyl.', out: ['eller liknande'], also: ['e.dyl'], mayEnd: true },
]

/** Imports what is known by its name at run time only. What starts the bundle has a way of its own (bin/klarsprak.js). */
export const importAtRunTime = (specifier: string): Promise<unknown> => import(specifier)

const title = (text) => /<title>([^<]*)</u.exec(text)[1]
const send = (fields) => ({ method: 'POST', body: new URLSearchParams(fields) })

/** Pages that people read and forms that they send, in both languages; `region-x` is there from the calls before. */
export function pageCalls(key) {
  const inBoth = [
    '/',
    '/sok?q=remissens',
    '/begrepp',
    '/begrepp/c-0001',
    '/granska',
    '/vagvisare?q=ont',
    '/utgavor',
  ].flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`])
  const others = ['/api', '/badda-in', '/om', '/tillganglighet', '/integritet', '/begrepp/c-0001?organisation=region-x']
  const forms = ['/begrepp/c-0001/foresla', '/foresla?ord=xyzzyord', '/forslag']
  const change = { galler: 'annat', forslag: 'Nämn appen.' }
  return [
    ...[...inBoth, ...others, ...forms].map((path) => [path, {}, 200, title]),
    ['/nix', {}, 404, title],
    [
      '/granska',
      send({ text: 'Logga in på hälsoportalen.' }),
      200,
      (text) => /resultat-rubrik[^>]*>([^<]*)</u.exec(text)[1],
    ],
    ['/begrepp/c-0001/foresla', send(change), 422, title],
    ['/begrepp/c-0001/foresla', send({ ...change, nyckel: key }), 200, title],
    ['/foresla', send({ ord: 'xyzzyord', nyckel: key }), 200, title],
  ]
}

// @vitest-environment node
import openapiTS, { astToString } from 'openapi-typescript'
import { expect, test } from 'vitest'
import description from '../../openapi.json?raw'
import committed from './schema.d.ts?raw'

test('schema.d.ts is made from openapi.json (if not: npm run types)', async () => {
  const tree = await openapiTS(JSON.parse(description), { rootTypes: true, rootTypesNoSchemaPrefix: true })
  expect(bare(committed)).toBe(bare(astToString(tree)))
})

/** The command line puts a comment on top. */
const bare = (source: string) => source.slice(source.indexOf('export interface paths'))

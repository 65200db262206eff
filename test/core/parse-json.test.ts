import fc from 'fast-check';
import { parseJson } from '../../src/server/core/normalise';

/** JSON with its integers of 16 and more digits as texts, by walking it token by token. */
function naive(text: string): unknown {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[^"\d-]+/g) ?? [];
  return JSON.parse(tokens.map((token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : token)).join(''));
}

const numbers = fc.oneof(
  fc.stringMatching(/^-?[1-9][0-9]{14,25}$/),
  fc.stringMatching(/^-?(0|[1-9][0-9]{0,20})\.[0-9]{1,20}$/),
  fc.stringMatching(/^-?[1-9][0-9]{15,18}[eE]\+?[0-9]$/),
  fc.integer().map(String),
);
const strings = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('":1234567890123456789,', 'a: 1234567890123456789', '\\', '\\"', '[1234567890123456789]'),
  )
  .map((text) => JSON.stringify(text));
const json = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(numbers, strings, fc.constantFrom('null', 'true', '{}', '[]')),
    fc.array(tie('value'), { maxLength: 4 }).map((all) => `[${all.join(', ')}]`),
    fc
      .array(fc.tuple(strings, tie('value')), { maxLength: 4 })
      .map((all) => `{${all.map(([key, value]) => `${key}: ${value}`).join(',')}}`),
  ),
})).value;

test('long integers become texts wherever they stand, and nothing else changes', () => {
  fc.assert(
    fc.property(fc.array(json, { maxLength: 6 }).map(String), (list) => {
      const text = `[${list}]`;
      expect(parseJson(`{"data": ${text}}`)).toEqual(naive(`{"data": ${text}}`));
    }),
    { numRuns: 3000 },
  );
});

test('an id in the middle of an answer keeps its last digit', () => {
  expect(parseJson('{"id":576461413038785752,"n":[1729382476852921575],"time":1700000000}')).toEqual({
    id: '576461413038785752',
    n: ['1729382476852921575'],
    time: 1_700_000_000,
  });
});

test('a fraction with many digits stays a number beside a long id', () => {
  expect(parseJson('{"id":576461413038785752,"rate":0.30000000000000004,"big":-1.5e-3}')).toEqual({
    id: '576461413038785752',
    rate: 0.30000000000000004,
    big: -0.0015,
  });
});

test.each(['', '{', '{"a":1', 'undefined', '<html>1234567890123456</html>', '{"id":5764614130387857'])(
  '%p is no JSON',
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);

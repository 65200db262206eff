/** Something on the command line is wrong: which input, and what to write instead. */
export class BadInput extends Error {
  override name = 'BadInput';
}

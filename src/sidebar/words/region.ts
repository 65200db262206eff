/** "Indonesia" for "ID"; the code itself where the browser does not know it. */
export function region(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

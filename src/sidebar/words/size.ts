/** Stored characters as a size: "120 KB", "1.2 MB". */
export function size(characters: number): string {
  if (characters < 1_000_000) return `${Math.ceil(characters / 1000).toLocaleString('en-US')} KB`;
  return `${(characters / 1_000_000).toLocaleString('en-US', { maximumFractionDigits: 1 })} MB`;
}

/** JSON with long whole numbers as strings: a double cannot hold TikTok's ids. */
export function parseKeepingIds(text: string): unknown {
  return JSON.parse(
    text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (match) =>
      match[0] === '"' ? match : `"${match}"`,
    ),
  );
}

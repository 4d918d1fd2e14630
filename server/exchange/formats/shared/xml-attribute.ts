/** A value between double quotes in XML 1.0. What cannot stand there becomes a space. */
export function xmlAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]|[^\P{C}\p{Cf}\p{Cs}\p{Co}]/gu, (sign) => ENTITIES[sign] ?? ' ')
}
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  ...{ '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
}

/** The fixed parts of a workbook (ECMA-376), and cells that hold text and nothing else. */
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What a cell can hold, in UTF-16 units. */
const LONGEST = 32_767

export function sheetRow(cells: readonly string[]): string {
  return `<row>${cells.join('')}</row>`
}

/** Text is typed as text, so that nothing is ever a formula or a date; what a cell cannot hold is cut. */
export function cell(text: string, isNumber = false): string {
  if (text === '') return '<c/>'
  if (isNumber) return `<c><v>${text}</v></c>`
  return `<c t="inlineStr" s="1"><is><t xml:space="preserve">${xmlText(escaped(cut(text)))}</t></is></c>`
}

export function isTooLong(text: string): boolean {
  return text.length > LONGEST
}

function cut(text: string): string {
  if (!isTooLong(text)) return text
  const short = text.slice(0, LONGEST)
  return short.isWellFormed() ? short : short.slice(0, -1)
}

/** `_x0041_` would be read as A, so what looks like that is kept from it; what XML cannot hold is written so. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[\ufffe\uffff]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase()}_`)
}

function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!)
}
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function contentTypes(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  ).join('')
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides}</Types>`
}

export const PACKAGE_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`
}

export function workbookRelations(sheets: number): string {
  const of = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  const each = Array.from({ length: sheets }, (_, index) =>
    of(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}${of(sheets + 1, 'styles', 'styles.xml')}</Relationships>`
}

/** Format 49 is text: what is edited stays text. */
export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** The first row stays in sight. */
export const SHEET_HEAD = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
export const SHEET_END = '</sheetData></worksheet>'

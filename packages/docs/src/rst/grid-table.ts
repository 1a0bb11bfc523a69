/** A cell of a table: the rows and columns between its borders, which do not belong to it. */
export interface GridCell {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** How many steps the search for cells may take for each character of the table. */
const STEPS_PER_CHARACTER = 60;

/**
 * The cells of a grid table given as rows of characters by column, or undefined where its lines do not make
 * one (docutils `tableparser.GridTableParser`). Gives up on a table made to be slow.
 */
export function gridCells(rows: readonly string[]): readonly GridCell[] | undefined {
  const bottom = rows.length - 1;
  const right = (rows[0]?.length ?? 0) - 1;
  const done = Array.from({ length: right + 1 }, () => -1);
  const cells: GridCell[] = [];
  const steps = { left: STEPS_PER_CHARACTER * (bottom + 1) * (right + 1) };
  const corners = [{ top: 0, left: 0 }];
  for (let corner = corners.pop(); corner !== undefined; corner = corners.pop()) {
    const { top, left } = corner;
    if (top === bottom || left === right || top <= (done[left] ?? 0)) continue;
    const cell = scanRight(rows, top, left, bottom, right, steps);
    if (steps.left < 0) return undefined;
    if (cell === undefined) continue;
    for (let column = left; column < cell.right; column += 1) {
      if (done[column] !== top - 1) return undefined;
      done[column] = cell.bottom - 1;
    }
    cells.push(cell);
    insert(corners, { top, left: cell.right });
    insert(corners, { top: cell.bottom, left });
  }
  for (let column = 0; column < right; column += 1)
    if (done[column] !== bottom - 1) return undefined;
  return cells;
}

interface Corner {
  readonly top: number;
  readonly left: number;
}

/** Keeps the corners in order, the first one last. */
function insert(corners: Corner[], corner: Corner): void {
  let low = 0;
  let high = corners.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = corners[middle];
    if (other !== undefined && (other.top - corner.top || other.left - corner.left) > 0)
      low = middle + 1;
    else high = middle;
  }
  corners.splice(low, 0, corner);
}

interface Steps {
  left: number;
}

const PLUS = 43;
const MINUS = 45;
const BAR = 124;
const at = (rows: readonly string[], row: number, column: number): number =>
  rows[row]?.charCodeAt(column) ?? NaN;

function scanRight(
  rows: readonly string[],
  top: number,
  left: number,
  bottom: number,
  right: number,
  steps: Steps,
): GridCell | undefined {
  for (let column = left + 1; column <= right; column += 1) {
    steps.left -= 1;
    const code = at(rows, top, column);
    if (code === PLUS) {
      const found = scanDown(rows, top, left, column, bottom, steps);
      if (found >= 0) return { top, left, bottom: found, right: column };
    } else if (code !== MINUS || steps.left < 0) return undefined;
  }
  return undefined;
}

function scanDown(
  rows: readonly string[],
  top: number,
  left: number,
  right: number,
  bottom: number,
  steps: Steps,
): number {
  for (let row = top + 1; row <= bottom; row += 1) {
    steps.left -= 1;
    const code = at(rows, row, right);
    if (code === PLUS) {
      if (closes(rows, top, left, row, right, steps)) return row;
    } else if (code !== BAR || steps.left < 0) return -1;
  }
  return -1;
}

/** Whether the bottom border and the left border lead back to the cell's first corner. */
function closes(
  rows: readonly string[],
  top: number,
  left: number,
  bottom: number,
  right: number,
  steps: Steps,
): boolean {
  for (let column = right - 1; column > left; column -= 1) {
    steps.left -= 1;
    const code = at(rows, bottom, column);
    if (code !== PLUS && code !== MINUS) return false;
  }
  if (at(rows, bottom, left) !== PLUS) return false;
  for (let row = bottom - 1; row > top; row -= 1) {
    steps.left -= 1;
    const code = at(rows, row, left);
    if (code !== PLUS && code !== BAR) return false;
  }
  return true;
}

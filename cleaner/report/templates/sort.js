"use strict";
// A click on a column's head sorts by it, another one the other way round; what has no value stays at the end.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  for (const head of table.querySelectorAll("th")) {
    head.firstElementChild.addEventListener("click", () => {
      const down = head.ariaSort === "ascending";
      const order = down ? -1 : 1;
      const value = (row) => row.cells[head.cellIndex].dataset.sort;
      const compare = head.dataset.type === "number" ? (a, b) => a - b : (a, b) => a.localeCompare(b);
      const rows = [...body.rows].sort((one, other) => {
        const a = value(one), b = value(other);
        return a === "" || b === "" ? (a === "") - (b === "") : order * compare(a, b);
      });
      for (const other of table.querySelectorAll("th")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      body.append(...rows);
    });
  }
}

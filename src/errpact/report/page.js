"use strict";
// Everything is put in as text, never as markup: names, messages and code come from other people's programs.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const el = (tag, text, cls) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (cls) made.className = cls;
    return made;
  };
  const worst = (said) => data.states.find((state) => said.some((one) => one.state === state));
  const buttons = [...document.querySelectorAll("button.cell")];

  function chosen() {
    const value = (id) => $(id).value;
    return { provider: value("provider"), obligation: value("obligation"), state: value("state"), source: value("source") };
  }

  function show() {
    const want = chosen();
    const of = (said) => (want.source === "" ? said : said.filter((one) => String(one.source) === want.source));
    for (const button of buttons) {
      const cell = data.cells[button.dataset.cell];
      const lint = worst(of(cell.lint)), tests = worst(of(cell.tests));
      const state = worst([...of(cell.lint), ...of(cell.tests)]);
      const differs = (lint === "broken" && tests === "kept") || (lint === "kept" && tests === "broken");
      paint(button, cell, lint, tests, state, differs);
      const fits = want.state === "" || (want.state === "differs" ? differs : state === want.state);
      button.hidden = state === undefined || !fits;
      button.closest("td").hidden = want.obligation !== "" && cell.obligation !== want.obligation;
    }
    for (const head of document.querySelectorAll("thead th[data-obligation]"))
      head.hidden = want.obligation !== "" && head.dataset.obligation !== want.obligation;
    for (const gap of document.querySelectorAll("td[data-obligation]"))
      gap.hidden = want.obligation !== "" && gap.dataset.obligation !== want.obligation;
    for (const row of document.querySelectorAll("tbody tr"))
      row.hidden = ![...row.querySelectorAll("td:not([hidden]) button.cell")].some((button) => !button.hidden);
    let shown = 0;
    for (const part of document.querySelectorAll("section[data-provider]")) {
      const cells = part.querySelectorAll("tr:not([hidden]) td:not([hidden]) button.cell:not([hidden])").length;
      part.hidden = (want.provider !== "" && part.dataset.provider !== want.provider) || cells === 0;
      if (!part.hidden) shown += cells;
    }
    $("shown").textContent = `${shown} of ${data.cells.length} cells shown`;
  }

  function paint(button, cell, lint, tests, state, differs) {
    const sign = (one) => el("span", one === undefined ? " " : data.signs[one], `sign ${one ?? ""}`);
    button.replaceChildren(sign(lint), sign(tests), el("span", differs ? "!" : "", "broken"));
    button.className = `cell state-${state}${differs ? " differs" : ""}`;
    const says = `lint ${lint ?? "nothing"}, tests ${tests ?? "nothing"}${differs ? ", they disagree" : ""}`;
    button.setAttribute("aria-label", `${data.rows[cell.row].case} ${cell.obligation}: ${says}`);
    button.title = says;
  }

  function open(number) {
    const cell = data.cells[number], row = data.rows[cell.row];
    $("title").textContent = `${row.case} · ${cell.obligation}`;
    $("body").replaceChildren(...page(row), ...linted(cell), ...tested(cell));
    $("detail").showModal();
    $("detail").scrollTop = 0;
  }

  function page(row) {
    if (!row.facts) return [el("p", "No loaded contract documents this reply.", "soft")];
    const steps = el("ul");
    steps.append(...row.facts.steps.map((step) => el("li", step)));
    return [el("h3", "What the page says"), el("p", row.facts.meaning), el("p", row.facts.advice), steps, el("p", row.facts.source, "soft")];
  }

  function says(one, name) {
    const line = el("p");
    line.append(el("span", `${data.signs[one.state]} ${one.state} `, one.state), el("code", name));
    if (one.why) line.append(el("span", ` – ${one.why}`, "soft"));
    return line;
  }

  function linted(cell) {
    if (!cell.lint.length) return [];
    const parts = [el("h3", "What lint proved")];
    for (const one of cell.lint) {
      const source = data.sources[one.source];
      parts.push(says(one, source.label));
      if (source.code) parts.push(el("pre", source.code));
    }
    for (const place of cell.places.map((number) => data.places[number])) {
      const heading = `${place.rule} ${place.name} at ${place.path}:${place.line}`;
      const silenced = place.silenced ? ` (suppressed${place.why ? `: ${place.why}` : ""})` : "";
      parts.push(el("p", heading + silenced, place.silenced ? "suppressed" : "broken"));
      if (place.code) parts.push(el("pre", place.code));
      parts.push(el("p", place.message));
      if (place.help) parts.push(el("p", `help: ${place.help}`));
      const way = el("ol");
      way.append(...place.steps.map((step) => el("li", `${step.path}:${step.line}: ${step.text}`)));
      if (place.steps.length) parts.push(way);
    }
    return parts;
  }

  function tested(cell) {
    if (!cell.tests.length) return [];
    const parts = [el("h3", "What the tests tried")];
    for (const one of cell.tests) {
      const item = data.items[one.item];
      parts.push(says(one, item.nodeid));
      if (one.state === "broken" && item.message) parts.push(el("pre", item.message));
      const again = el("p", "run it again: ", "soft");
      again.append(el("code", item.replay));
      parts.push(again);
    }
    return parts;
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest("button[data-cell]");
    if (button) open(button.dataset.cell);
    if (event.target === $("detail")) $("detail").close();
  });
  // The arrow keys walk through the table; Tab, Enter and Escape do what they do everywhere.
  document.addEventListener("keydown", (event) => {
    const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
    const td = event.target.closest?.("td");
    if (!td || !(event.key in steps)) return;
    event.preventDefault();
    const [down, right] = steps[event.key];
    let row = td.parentElement, index = td.cellIndex;
    for (;;) {
      row = down > 0 ? row?.nextElementSibling : down < 0 ? row?.previousElementSibling : row;
      index += right;
      const next = row?.cells[index];
      if (!next) return;
      const button = next.querySelector("button.cell");
      if (button && button.offsetParent) return button.focus();
    }
  });
  $("filters").addEventListener("input", show);
  $("filters").addEventListener("reset", () => setTimeout(show));
  $("close").addEventListener("click", () => $("detail").close());
  $("filters").hidden = false;
  show();
})();

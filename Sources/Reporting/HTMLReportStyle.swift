/// What the HTML report has besides the style of all pages: a sheet, and the script of the filter.
enum HTMLReportStyle {
  static let sheet: StaticString = """

    .page > section > h1 code, .page > section > h2:first-child code { font-size: 1em; }
    .conclusions td, .conclusions th, .timeline td, .timeline th { vertical-align: middle; }
    .figure { text-align: end; font-variant-numeric: tabular-nums; }
    .market { border-block-start: 3px solid var(--line); margin-block-start: var(--s6); }
    .rule {
      content-visibility: auto; contain-intrinsic-block-size: auto 18rem;
      border: 1px solid var(--line); border-inline-start: 4px solid var(--quiet);
      border-radius: var(--radius); padding: var(--s3) var(--s4); margin: 0 0 var(--s4);
      background: var(--raised);
    }
    .rule[data-severity="error"] { border-inline-start-color: var(--error); }
    .rule[data-severity="warning"] { border-inline-start-color: var(--warning); }
    .rule[data-severity="note"] { border-inline-start-color: var(--note); }
    .rule[data-severity="person"] { border-inline-start-color: var(--undecided); }
    .rule h3 { margin-top: 0; }
    .rule h3 code { color: var(--quiet); font-weight: 400; }
    .rule > p { margin-block-end: var(--s2); }
    .findings, .tasks { list-style: none; padding: 0; margin: 0; }
    .findings > li { border-block-start: 1px solid var(--line); padding-block: var(--s3) 0; }
    .findings > li + li { margin-block-start: var(--s3); }
    .findings p { margin-block-end: var(--s2); font-weight: 600; }
    .findings pre { margin-block-end: var(--s2); padding: var(--s2) var(--s3); }
    .findings dl {
      display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: 0 var(--s4);
      margin: 0; font-size: .9rem;
    }
    .findings dt { color: var(--quiet); grid-column: 1; }
    .findings dd { margin: 0; grid-column: 2; }
    .findings .waived, .findings .state { margin-block-end: var(--s2); }
    .findings .state { font-weight: 400; }
    .waived { border-inline-start: 3px solid currentcolor; padding-inline-start: var(--s3); }
    .rule h2 { font-size: 1rem; margin-top: 0; }
    .rule h2 code { color: var(--quiet); font-weight: 400; }
    .tasks li { padding-block: var(--s1); }
    mark { background: var(--mark); color: inherit; outline: 1px solid currentcolor; }
    .filter {
      display: flex; flex-wrap: wrap; gap: var(--s3) var(--s4); align-items: end;
      background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius);
      padding: var(--s3) var(--s4); margin-block-end: var(--s5);
    }
    .filter label span { display: block; font-size: .85rem; color: var(--quiet); }
    .filter select {
      font: inherit; color: inherit; background: var(--raised); max-inline-size: 18rem;
      border: 1px solid var(--quiet); border-radius: var(--radius); padding: var(--s1) var(--s2);
    }
    .matrix summary h2 { display: inline; }
    .matrix { margin-block: var(--s6); }
    .timeline th, .timeline td { font-weight: 400; }
    .scroll { margin-block-end: var(--s4); }
    .scroll table { margin: 0; overflow-wrap: normal; }
    .conclusions :is(th, td), .timeline td { white-space: nowrap; }
    .matrix table { max-inline-size: 48rem; }
    .timeline th { max-inline-size: 18rem; overflow-wrap: anywhere; }
    .timeline .wide { inline-size: 45%; }
    .axis { display: flex; justify-content: space-between; gap: var(--s4); }
    .bars { min-inline-size: 14rem; inline-size: 45%; }
    .bars svg { display: block; inline-size: 100%; block-size: 1.25rem; }
    svg .rail { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; }
    svg .today { stroke: var(--ink); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
    svg rect { fill: currentcolor; }
    @media (max-width: 40rem) {
      .findings dl { grid-template-columns: 1fr; }
      .findings dt, .findings dd { grid-column: 1; }
      .filter label, .filter select { inline-size: 100%; max-inline-size: none; }
      .timeline th { min-inline-size: 11rem; }
    }
    @media print {
      .rule { content-visibility: visible; border-inline-start-width: 1px; }
      .filter { display: none; }
      /* A finding may be longer than what is left of a page; its head stays with what follows. */
      .findings > li { break-inside: auto; }
      .rule > *, .findings p, .findings pre { break-after: avoid; }
      .scroll { overflow: visible; }
      mark { text-decoration: underline; outline: 0; font-weight: 700; }
      svg rect { print-color-adjust: exact; }
    }
    """

  static let script: StaticString = """

    const filter = document.querySelector(".filter");
    if (filter) {
      const groups = [...document.querySelectorAll(".rule")];
      const choices = [...filter.querySelectorAll("select")];
      const output = filter.querySelector("output");
      const show = () => {
        let count = 0;
        for (const group of groups) {
          group.hidden = choices.some(
            (choice) => choice.value && group.dataset[choice.dataset.filter] !== choice.value);
          if (!group.hidden) count += Number(group.dataset.count);
        }
        const digits = String(count).replace(/\\d/g, (digit) => output.dataset.digits[digit]);
        output.textContent = output.dataset.text.replace("#", digits);
      };
      filter.addEventListener("input", show);
      filter.hidden = false;
      show();
    }
    """
}

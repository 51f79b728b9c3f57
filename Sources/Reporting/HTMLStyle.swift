/// The style sheet that all pages share: what things look like is decided here, once.
///
/// Tokens first (colours, type, spacing), then how plain elements look, then the few classes that
/// every page uses. Lengths along a line are logical (`inline-start`), so that a page in Persian is the
/// mirror of one in English without a rule of its own.
enum HTMLStyle {
  /// Colours, type and spacing, in light and dark and on paper.
  static let tokens: StaticString = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --surface: #f4f6f7; --raised: #ffffff; --line: #d5dde2;
      --ink: #14202a; --quiet: #52616d; --accent: #0a6272; --on-accent: #ffffff;
      --error: #a8201a; --warning: #7d5200; --note: #1d5a9e; --passes: #19683a;
      --undecided: #62479a; --mark: #fff1b8;
      --syntax-string: #1b6b3c; --syntax-number: #8a4b08; --syntax-word: #7a2f86;
      --text: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans",
        "DejaVu Sans", sans-serif;
      --code: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono",
        "DejaVu Sans Mono", "Liberation Mono", monospace;
      --leading: 1.55;
      --s1: .25rem; --s2: .5rem; --s3: .75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2.5rem;
      --radius: .375rem; --measure: 46rem;
    }
    :root:lang(fa) {
      --text: Vazirmatn, Vazir, "Noto Sans Arabic", "Segoe UI", Tahoma, "Noto Naskh Arabic",
        "DejaVu Sans", system-ui, sans-serif;
      --leading: 1.85;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #10161b; --surface: #182026; --raised: #1d262d; --line: #33404a;
        --ink: #e4eaee; --quiet: #a2b0bb; --accent: #74cad6; --on-accent: #06252b;
        --error: #ff9d93; --warning: #eec063; --note: #93c0f7; --passes: #84d6a0;
        --undecided: #c8b5f3; --mark: #4a3f10;
        --syntax-string: #8fd6a8; --syntax-number: #e9b877; --syntax-word: #dba6e6;
      }
    }
    @media print {
      :root {
        color-scheme: light;
        --paper: #fff; --surface: #fff; --raised: #fff; --line: #999; --ink: #000;
        --quiet: #333; --accent: #000; --error: #000; --warning: #000; --note: #000;
        --passes: #000; --undecided: #000; --mark: #fff;
        --syntax-string: #000; --syntax-number: #000; --syntax-word: #000;
      }
    }
    """

  /// How plain elements look.
  static let elements: StaticString = """

    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-padding-top: var(--s4); }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/var(--leading) var(--text); overflow-wrap: break-word;
    }
    h1, h2, h3, h4 { line-height: 1.3; margin: var(--s5) 0 var(--s2); text-wrap: balance; }
    :lang(fa) :is(h1, h2, h3, h4) { line-height: 1.6; }
    h1 { font-size: 1.6rem; margin-top: 0; }
    h2 { font-size: 1.2rem; }
    h3 { font-size: 1rem; }
    h4 { font-size: .9rem; color: var(--quiet); }
    p, ul, ol, dl, pre, table { margin: 0 0 var(--s4); }
    ul, ol { padding-inline-start: 1.4rem; }
    a { color: var(--accent); text-decoration-thickness: from-font; text-underline-offset: .15em; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    code, pre, kbd { font-family: var(--code); font-size: .9em; }
    code { overflow-wrap: anywhere; }
    code[dir] { unicode-bidi: isolate; }
    td code, th code { overflow-wrap: break-word; }
    time code, time bdi { white-space: nowrap; }
    del { text-decoration: none; }
    del > code { text-decoration: line-through; }
    ol:lang(fa) { list-style-type: persian; }
    th[scope="row"] { font-weight: 400; }
    pre {
      background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius);
      padding: var(--s3) var(--s4); white-space: pre-wrap; tab-size: 2; line-height: 1.6;
    }
    pre code { font-size: inherit; }
    table { border-collapse: collapse; inline-size: 100%; }
    caption { text-align: start; color: var(--quiet); padding-block-end: var(--s2); }
    th, td {
      text-align: start; vertical-align: top; padding: var(--s2) var(--s3);
      border-block-end: 1px solid var(--line);
    }
    thead th { font-size: .85rem; color: var(--quiet); border-block-end-width: 2px; }
    dl.facts { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: var(--s1) var(--s4); }
    dl.facts dt { color: var(--quiet); }
    dl.facts dd { margin: 0; }
    summary { cursor: pointer; }
    hr { border: 0; border-block-start: 1px solid var(--line); margin: var(--s5) 0; }
    input[type="search"] {
      inline-size: 100%; font: inherit; color: inherit; background: var(--raised);
      border: 1px solid var(--quiet); border-radius: var(--radius); padding: var(--s2) var(--s3);
    }
    """

  /// The classes that every page uses.
  static let classes: StaticString = """

    .page { max-inline-size: 68rem; margin-inline: auto; padding: var(--s5) var(--s5) var(--s6); }
    .bar { background: var(--surface); border-block-end: 1px solid var(--line); }
    .bar > * {
      max-inline-size: 68rem; margin-inline: auto; padding: var(--s3) var(--s5);
      display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); align-items: baseline;
    }
    .bar ul { list-style: none; display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); padding: 0; margin: 0; }
    .bar .end { margin-inline-start: auto; }
    .bar [aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
    .brand { font-weight: 700; color: inherit; text-decoration: none; }
    .quiet { color: var(--quiet); }
    .small { font-size: .875rem; }
    .prose { max-inline-size: var(--measure); }
    .chips { display: flex; flex-wrap: wrap; gap: var(--s2); padding: 0; margin: 0 0 var(--s4); list-style: none; }
    .chip {
      display: inline-block; font-size: .85rem; line-height: 1.5; padding: 0 var(--s2);
      border: 1px solid currentcolor; border-radius: 1rem; white-space: nowrap;
    }
    .error, .fails { color: var(--error); }
    .warning { color: var(--warning); }
    .note { color: var(--note); }
    .passes { color: var(--passes); }
    .undecided { color: var(--undecided); }
    .does-not-apply { color: var(--quiet); }
    .scroll { overflow-x: auto; margin-block-end: var(--s4); }
    .scroll > table { min-inline-size: 38rem; margin: 0; }
    .hidden-label {
      position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap;
    }
    .skip { position: absolute; inset-inline-start: -100vw; }
    .skip:focus { inset-inline-start: var(--s4); background: var(--paper); padding: var(--s2); z-index: 1; }
    [hidden] { display: none !important; }
    @media (max-width: 40rem) {
      .page, .bar > * { padding-inline: var(--s4); }
      h1 { font-size: 1.35rem; }
      dl.facts { grid-template-columns: 1fr; gap: 0; }
      dl.facts dd { margin-block-end: var(--s2); }
    }
    @media print {
      body { font-size: 10pt; }
      .bar, .skip, .screen-only { display: none; }
      .page { max-inline-size: none; padding: 0; }
      h1, h2, h3, h4 { break-after: avoid; }
      tr, li, figure, pre, .whole { break-inside: avoid; }
      a { text-decoration: none; }
      details::details-content { content-visibility: visible; block-size: auto; }
    }
    """

  /// All of it.
  static let all = HTML.fragment([.verbatim(tokens), .verbatim(elements), .verbatim(classes)])
}

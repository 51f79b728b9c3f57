/// What the catalogue adds to the style sheet of all pages.
enum CatalogueStyle {
  /// The added rules.
  static let added: StaticString = """

    .search {
      position: sticky; inset-block-start: 0; background: var(--paper); z-index: 1;
      padding-block: var(--s3);
    }
    .search label { display: block; margin-block-end: var(--s1); font-weight: 600; }
    .search output { display: block; min-block-size: 1.5em; margin-block-start: var(--s1); font-size: .875rem; }
    .contents { list-style: none; padding: 0; columns: 16rem; }
    .group { scroll-margin-block-start: 8rem; }
    .group > h2 { border-block-start: 1px solid var(--line); padding-block-start: var(--s4); }
    .rules { list-style: none; padding: 0; }
    .rules li { padding-block: var(--s1); }
    .rules li > a { text-decoration: none; }
    .rules li > a:hover { text-decoration: underline; }
    .rules code { color: var(--quiet); margin-inline-end: var(--s1); }
    article > section { margin-block-start: var(--s6); }
    article > section > h2 { border-block-end: 1px solid var(--line); padding-block-end: var(--s1); }
    article h3.fails, article h3.passes { color: inherit; }
    .examples { padding-inline-start: 1.6rem; }
    .examples > li { margin-block-end: var(--s3); }
    .examples > li::marker { color: var(--quiet); }
    .examples p { margin: 0; }
    .patch { display: grid; grid-template-columns: fit-content(50%) 1fr; gap: 0 var(--s4); margin: 0; }
    .patch dt, .patch dd { margin: 0; }
    .patch dt { color: var(--quiet); }
    .patch pre { margin: var(--s1) 0; padding: var(--s2) var(--s3); }
    h3.passes, h3.fails, h3.undecided, h3.does-not-apply {
      display: flex; align-items: center; gap: var(--s2);
    }
    h3.passes::before, h3.fails::before, h3.undecided::before, h3.does-not-apply::before {
      content: ""; inline-size: .7em; block-size: .7em; border-radius: 50%; background: var(--quiet);
    }
    h3.passes::before { background: var(--passes); }
    h3.fails::before { background: var(--error); border-radius: 0; }
    h3.undecided::before { background: var(--undecided); }
    .timeline { list-style: none; padding: 0; border-inline-start: 2px solid var(--line); }
    .timeline li { display: grid; grid-template-columns: 16rem 1fr; padding-inline-start: var(--s4); }
    .syntax-string { color: var(--syntax-string); }
    .syntax-number { color: var(--syntax-number); }
    .syntax-word { color: var(--syntax-word); }
    .front ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: var(--s5); }
    .front li > a { font-size: 1.2rem; font-weight: 600; }
    @media (max-width: 40rem) {
      .patch, .timeline li { grid-template-columns: 1fr; }
      .patch dd { margin-block-end: var(--s2); }
    }
    """
}

/// The scripts of the catalogue; without them every page can still be read.
enum CatalogueScript {
  /// Shows only the rules whose words are all typed into the field, whatever the case, the digits and
  /// the keyboard; `#find=…` in the address does the same.
  static let search: StaticString = #"""
    (() => {
      const field = document.getElementById("find");
      const found = document.getElementById("found");
      const fold = text => text.normalize("NFKD").toLowerCase()
        .replace(/[\u064b-\u0655\u0640\u200c-\u200f]|\p{M}/gu, "")
        .replace(/[\u064a\u0649]/g, "\u06cc").replace(/\u0643/g, "\u06a9")
        .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => digit.charCodeAt(0) & 15);
      const entries = [...document.querySelectorAll("[data-find]")]
        .map(entry => [entry, fold(entry.textContent + " " + entry.dataset.find)]);
      const groups = [...document.querySelectorAll(".group")];
      const digits = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false });
      const search = () => {
        const words = fold(field.value).split(/\s+/).filter(Boolean);
        let count = 0;
        for (const [entry, text] of entries) {
          entry.hidden = !words.every(word => text.includes(word));
          if (!entry.hidden) count += 1;
        }
        for (const group of groups)
          group.hidden = words.length > 0 && !group.querySelector("[data-find]:not([hidden])");
        found.textContent = words.length ? found.dataset.text.replace("#", digits.format(count)) : "";
      };
      const fromAddress = () => {
        const wanted = new URLSearchParams(location.hash.slice(1)).get("find");
        if (wanted !== null) { field.value = wanted; search(); }
      };
      field.addEventListener("input", search);
      addEventListener("hashchange", fromAddress);
      fromAddress();
      if (field.value) search();
    })();
    """#
}

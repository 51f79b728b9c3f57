#!/usr/bin/env python3
"""Records what RE2 says of random patterns and texts, for PatternAgreementTests.

usage: record.py > agreement.jsonl          (needs google-re2 from PyPI, in an environment of your own)
Each line is a pattern with texts and whether it matches each (1 or 0), or a pattern that RE2 refuses.
"""
import json, random, re2

SEED, PATTERNS, TEXTS = 20261128, 2000, 6
random = random.Random(SEED)
options = re2.Options()
options.log_errors = False

ATOMS = ["a", "b", "c", "A", "1", "_", "-", " ", "ж", "Ж", "ک", "ß", "😀", ".", "\\.", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S",
         "[abc]", "[^ab]", "[a-c1-3]", "[\\w-]", "[^\\d\\s]", "[]a]", "[а-я]", "[[:alpha:]]", "[[:^digit:]_]", "[\\p{Cyrillic}x]",
         "\\pL", "\\PN", "\\p{Lu}", "\\p{Arabic}", "\\p{^Latin}", "\\x41", "\\x{436}", "\\n", "\\t", "\\Qa.b\\E", "\\101", "\\07"]
ASSERTIONS = ["^", "$", "\\b", "\\B", "\\A", "\\z"]
REPETITIONS = ["*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,}", "*?", "+?", "??", "{,2}", "{0}", "{1,2}?"]
GROUPS = ["(", "(?:", "(?i:", "(?s:", "(?m:", "(?P<n>", "(?-s:", "(?U:", "(?<k>", "(?im:"]
# Each of them is refused by RE2, or read in a way of its own. Not here: \\C, any byte, which we refuse.
ODD = ["(?=a)", "(?!a)", "\\1", "**", "a{2}{3}", "[b-a]", "\\p{Foo}", "\\Z", "\\8", "(", ")", "[", "]", "{", "}", "a{1001}", "(?i)",
       "(?z)", "\\G", "\\e", "\\_", "[[:foo:]]", "[a-\\d]", "[\\d-z]", "[a-]", "\\x{110000}", "\\cA", "\\K", "x{2,1}", "[^]", "\\v", "\\f",
       "\\a", "(?s)", "(?-i)", "|", "(?:a{30}){40}", "\\ж", "\\/", "[\\b]", "\\pN+", "(?P=n)", "\\Q", "\\E", "(?#a)"]


def pattern(depth):
    return "".join(piece(depth) for _ in range(random.choice([1, 1, 2, 2, 3, 4])))


def piece(depth):
    kind = random.random()
    if kind < 0.08:
        return random.choice(ASSERTIONS)
    if kind < 0.12:
        return random.choice(ODD)
    if kind < 0.35 and depth > 0:
        inner = "|".join(pattern(depth - 1) for _ in range(random.choice([1, 1, 2, 3])))
        atom = random.choice(GROUPS) + inner + ")"
    else:
        atom = random.choice(ATOMS)
    return atom + (random.choice(REPETITIONS) if random.random() < 0.35 else "")


CHARACTERS = list("aabbcABC1237_- .жЖяکگß😀\n\té0") + ["\u212a", "\u017f", "İ", "א"]


def text():
    return "".join(random.choice(CHARACTERS) for _ in range(random.choice([0, 1, 2, 3, 4, 6, 9])))


seen = set()
while len(seen) < PATTERNS:
    written = pattern(3)
    if written in seen or len(written) > 60:
        continue
    seen.add(written)
    try:
        compiled = re2.compile(written, options)
    except re2.error:
        print(json.dumps({"pattern": written}, ensure_ascii=False))
        continue
    texts = [text() for _ in range(TEXTS)]
    matches = "".join("1" if compiled.search(each) else "0" for each in texts)
    print(json.dumps({"pattern": written, "texts": texts, "matches": matches}, ensure_ascii=False))

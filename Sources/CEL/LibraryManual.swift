/// What the manual says of the functions of the standard library.
enum LibraryManual {
  /// A sentence and an example for each function, in the order of the manual.
  static let descriptions: [FunctionDescription] = [
    operators, conversions, texts, times, containers, sets, optionals, numbers, encoding, network,
  ].flatMap { section in section.map { FunctionDescription($0.0, $0.1, example: $0.2) } }

  private typealias Section = [(String, String, String)]

  private static let operators: Section = [
    ("_&&_", "Whether both hold; an error beside a false is no error.", "false && 1 / 0 > 1"),
    ("_||_", "Whether one holds; an error beside a true is no error.", "1 / 0 > 1 || true"),
    ("!_", "Whether it does not hold.", "!false"),
    ("_?_:_", "The second if the first holds, otherwise the third.", "2 > 1 ? 'more' : 'less'"),
    (
      "_==_",
      "Whether two values of a type are equal; of `dyn`, numbers of different types are, too.",
      "[1, 2] == [1, 2]"
    ),
    ("_!=_", "Whether two values are not equal.", "'a' != 'b'"),
    ("_<_", "Whether the first comes before the second.", "'a' < 'b'"),
    ("_<=_", "Whether the first does not come after the second.", "1 <= 1.5"),
    ("_>_", "Whether the first comes after the second.", "duration('90m') > duration('1h')"),
    ("_>=_", "Whether the first does not come before the second.", "b'b' >= b'a'"),
    ("@in", "Whether a list has an element, or a map a key.", "2 in [1, 2, 3]"),
    ("_[_]", "The element at a position from 0, or the value of a key.", "['a', 'b'][1]"),
    ("_[?_]", "The same as an optional: none where there is no such element.", "['a'][?5]"),
    ("_+_", "The sum; of texts, bytes and lists, one behind the other.", "[1] + [2, 3]"),
    ("_-_", "The difference; of two points in time, the duration.", "5 - 7"),
    ("_*_", "The product.", "6 * 7"),
    ("_/_", "The quotient, towards zero for whole numbers.", "-7 / 2"),
    ("_%_", "The remainder, with the sign of the first.", "-7 % 2"),
    ("-_", "The number with the other sign.", "-(3)"),
  ]

  private static let conversions: Section = [
    (
      "int", "A whole number: towards zero; of a point in time, its seconds since 1970.",
      "int(-2.9)"
    ),
    ("uint", "A whole number from 0.", "uint('42')"),
    ("double", "A floating-point number.", "double('0.1')"),
    ("string", "The value as a text.", "string(duration('90m'))"),
    ("bytes", "The text as UTF-8.", "bytes('é')"),
    ("bool", "The truth value that a text names.", "bool('true')"),
    (
      "timestamp", "The point in time of a text (RFC 3339) or of seconds since 1970.",
      "timestamp('2026-11-23T00:00:00Z')"
    ),
    ("duration", "The duration of a text or of seconds.", "duration('1h30m')"),
    ("type", "The type of a value.", "type(1u)"),
    ("dyn", "The value, with its type left to the evaluation.", "dyn('a') == dyn(1)"),
  ]

  private static let texts: Section = [
    ("size", "The number of characters, bytes, elements or keys.", "size('پروانه')"),
    ("contains", "Whether a text stands in the text.", "'tablet'.contains('able')"),
    ("startsWith", "Whether the text begins with a text.", "'tablet'.startsWith('tab')"),
    ("endsWith", "Whether the text ends with a text.", "'tablet'.endsWith('let')"),
    (
      "matches", "Whether a pattern (RE2) is found in the text.",
      "'A10BA02'.matches('^[A-V][0-9]{2}')"
    ),
    ("charAt", "The character at a position from 0.", "'tablet'.charAt(2)"),
    ("substring", "The part from a position on, up to another.", "'tablet'.substring(1, 3)"),
    ("indexOf", "The first position of a text, or -1.", "'tablet'.indexOf('t', 1)"),
    ("lastIndexOf", "The last position of a text, or -1.", "'tablet'.lastIndexOf('t')"),
    ("lowerAscii", "The text with small Latin letters.", "'TabLET É'.lowerAscii()"),
    ("upperAscii", "The text with capital Latin letters.", "'tablet é'.upperAscii()"),
    ("trim", "The text without white space at its ends.", "'  tablet '.trim()"),
    ("reverse", "The text or the list the other way round.", "'abc'.reverse()"),
    (
      "replace", "The text with one text in place of another, a number of times at the most.",
      "'a-b-c'.replace('-', '+', 1)"
    ),
    ("split", "The parts between a text, a number of them at the most.", "'a,b,c'.split(',', 2)"),
    ("join", "The texts one behind the other, with a text between them.", "['a', 'b'].join(', ')"),
    ("format", "The text with values in place of its clauses.", "'%s has %d'.format(['p30', 30])"),
    ("strings.quote", "The text in quotation marks, with escapes.", "strings.quote('a\\nb')"),
  ]

  private static let times: Section = [
    (
      "getFullYear", "The year, in UTC or a time zone.",
      "timestamp('2026-12-31T22:00:00Z').getFullYear('+03:30')"
    ),
    ("getMonth", "The month from 0.", "timestamp('2026-11-23T00:00:00Z').getMonth()"),
    ("getDate", "The day of the month from 1.", "timestamp('2026-11-23T00:00:00Z').getDate()"),
    (
      "getDayOfMonth", "The day of the month from 0.",
      "timestamp('2026-11-23T00:00:00Z').getDayOfMonth()"
    ),
    (
      "getDayOfWeek", "The day of the week, Sunday is 0.",
      "timestamp('2026-11-23T00:00:00Z').getDayOfWeek()"
    ),
    (
      "getDayOfYear", "The day of the year from 0.",
      "timestamp('2026-11-23T00:00:00Z').getDayOfYear()"
    ),
    (
      "getHours", "The hour of the day, or the whole hours of a duration.",
      "duration('90m').getHours()"
    ),
    (
      "getMinutes", "The minute of the hour, or the whole minutes of a duration.",
      "duration('90m').getMinutes()"
    ),
    (
      "getSeconds", "The second of the minute, or the whole seconds of a duration.",
      "duration('90m').getSeconds()"
    ),
    ("getMilliseconds", "The thousandths of the second.", "duration('1.5s').getMilliseconds()"),
  ]

  private static let containers: Section = [
    ("distinct", "The elements, each once.", "[1, 2, 1].distinct()"),
    ("sort", "The elements in their order.", "[3, 1, 2].sort()"),
    ("slice", "The elements from a position up to another.", "[1, 2, 3, 4].slice(1, 3)"),
    ("flatten", "The elements of the inner lists, to a depth.", "[[1, 2], [3]].flatten()"),
    ("first", "The first element as an optional.", "[1, 2].first()"),
    ("last", "The last element as an optional.", "[1, 2].last()"),
    ("lists.range", "The whole numbers from 0 up to one.", "lists.range(3)"),
  ]

  private static let sets: Section = [
    (
      "sets.contains", "Whether the first list has all elements of the second.",
      "sets.contains([1, 2, 3], [3, 1])"
    ),
    (
      "sets.equivalent", "Whether each list has all elements of the other.",
      "sets.equivalent([1, 2], [2, 1, 1])"
    ),
    (
      "sets.intersects", "Whether the lists have an element in common.",
      "sets.intersects([1, 2], [2, 3])"
    ),
  ]

  private static let optionals: Section = [
    ("optional.of", "The optional with a value.", "optional.of(1)"),
    ("optional.none", "The optional without a value.", "optional.none()"),
    (
      "optional.ofNonZeroValue", "The optional with a value, unless it is zero or empty.",
      "optional.ofNonZeroValue('')"
    ),
    (
      "optional.unwrap", "The values of those optionals that have one.",
      "optional.unwrap([optional.of(1), optional.none()])"
    ),
    ("unwrapOpt", "The same as a method.", "[optional.of(1), optional.none()].unwrapOpt()"),
    ("hasValue", "Whether the optional has a value.", "optional.of(1).hasValue()"),
    ("value", "The value of the optional; an error without one.", "optional.of(1).value()"),
    ("orValue", "The value of the optional, or another.", "optional.none().orValue(2)"),
    ("or", "The optional, or another if it has no value.", "optional.none().or(optional.of(2))"),
  ]

  private static let numbers: Section = [
    (
      "math.greatest", "The greatest of any number of numbers, or of a list.",
      "math.greatest(1, 2.5)"
    ),
    ("math.least", "The least of any number of numbers, or of a list.", "math.least([3, 1, 2])"),
    ("math.abs", "The number without its sign.", "math.abs(-3)"),
    ("math.sign", "-1, 0 or 1, by the sign.", "math.sign(-2.5)"),
    ("math.ceil", "The next whole number upwards.", "math.ceil(1.2)"),
    ("math.floor", "The next whole number downwards.", "math.floor(-1.2)"),
    ("math.round", "The nearest whole number, a half away from zero.", "math.round(-2.5)"),
    ("math.trunc", "The whole number towards zero.", "math.trunc(-1.9)"),
    ("math.sqrt", "The square root.", "math.sqrt(49)"),
    ("math.isNaN", "Whether it is no number.", "math.isNaN(0.0 / 0.0)"),
    ("math.isInf", "Whether it is infinite.", "math.isInf(1.0 / 0.0)"),
    ("math.isFinite", "Whether it is a number and not infinite.", "math.isFinite(1.5)"),
    ("math.bitAnd", "The bits that both have.", "math.bitAnd(6, 3)"),
    ("math.bitOr", "The bits that one of them has.", "math.bitOr(6, 3)"),
    ("math.bitXor", "The bits that just one of them has.", "math.bitXor(6, 3)"),
    ("math.bitNot", "The bits that it has not.", "math.bitNot(0)"),
    ("math.bitShiftLeft", "The bits moved up.", "math.bitShiftLeft(1, 4)"),
    (
      "math.bitShiftRight", "The bits moved down, with zeros behind them.",
      "math.bitShiftRight(16, 2)"
    ),
  ]

  private static let encoding: Section = [
    ("base64.encode", "The bytes in base 64.", "base64.encode(b'GTIN')"),
    ("base64.decode", "The bytes that a text in base 64 stands for.", "base64.decode('R1RJTg==')"),
  ]

  private static let network: Section = [
    ("ip", "The address that a text names, or that of a block.", "ip('192.168.0.1')"),
    ("isIP", "Whether a text is an address.", "isIP('::1')"),
    (
      "ip.isCanonical", "Whether an address is written in its shortest form.",
      "ip.isCanonical('0:0:0:0:0:0:0:1')"
    ),
    ("family", "4 or 6.", "ip('::1').family()"),
    ("isUnspecified", "Whether it is the address of no host.", "ip('0.0.0.0').isUnspecified()"),
    ("isLoopback", "Whether it is the address of the host itself.", "ip('127.0.0.1').isLoopback()"),
    (
      "isGlobalUnicast", "Whether it is the address of one host anywhere.",
      "ip('192.168.0.1').isGlobalUnicast()"
    ),
    (
      "isLinkLocalUnicast", "Whether it is the address of one host on the link.",
      "ip('fe80::1').isLinkLocalUnicast()"
    ),
    (
      "isLinkLocalMulticast", "Whether it is the address of several hosts on the link.",
      "ip('224.0.0.1').isLinkLocalMulticast()"
    ),
    ("cidr", "The block of addresses that a text names.", "cidr('192.168.0.0/24')"),
    ("isCIDR", "Whether a text is a block of addresses.", "isCIDR('192.168.0.0/24')"),
    (
      "prefixLength", "How many bits the addresses of the block share.",
      "cidr('192.168.0.0/24').prefixLength()"
    ),
    ("masked", "The block with zeros behind its prefix.", "cidr('192.168.0.5/24').masked()"),
    (
      "containsIP", "Whether an address is of the block.",
      "cidr('192.168.0.0/24').containsIP('192.168.0.7')"
    ),
    (
      "containsCIDR", "Whether a block lies within the block.",
      "cidr('192.168.0.0/16').containsCIDR('192.168.1.0/24')"
    ),
  ]
}

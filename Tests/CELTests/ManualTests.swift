import Testing

@testable import CEL

/// The manual has what the table of functions has, no more and no less.
@Suite struct ManualTests {
  @Test func `every function of the standard library is described once`() {
    let described = LibraryManual.descriptions.map(\.name)
    #expect(Set(described) == Set(StandardLibrary.all.map(\.name)))
    #expect(Set(described).count == described.count)
  }

  @Test(arguments: Environment().manual)
  func `every example comes to a value`(entry: ManualEntry) throws {
    let program = try Environment().compile(entry.description.example).get()
    _ = try program.evaluate([]).get()
  }

  @Test(arguments: Environment().manual)
  func `every example shows the function that it stands with`(entry: ManualEntry) {
    let name = entry.name.split(separator: ".").last.map(String.init) ?? entry.name
    let parts = ["?:": "?", "[]": "[", "[?]": "[?"]
    #expect(entry.description.example.contains(parts[entry.name] ?? name))
  }

  @Test(arguments: [
    ("in", "A in list(A) -> bool"), ("[?]", "list(A)[?int] -> optional(A)"),
    ("?:", "bool ? A : A -> A"), ("!", "!bool -> bool"), ("trim", "string.trim() -> string"),
    ("math.sqrt", "math.sqrt(double) -> double"),
  ])
  func `a form is written as it is called`(name: String, form: String) throws {
    let entry = try #require(Environment().manual.first { $0.name == name })
    #expect(entry.forms.contains(form))
  }
}

import CEL
import Testing

@testable import RulePacks

/// The functions that rules have besides CEL's own.
@Suite struct DomainFunctionTests {
  @Test func `every function is described once`() {
    let described = DomainFunctions.descriptions.map(\.name)
    let declared = Set(DomainFunctions.all.map(\.name))
    #expect(declared.union(["parameter", "codes"]) == Set(described))
    #expect(Set(described).count == described.count)
  }

  @Test(arguments: Environment.ofRules.manual)
  func `only examples that need a library or a registry come to no value`(entry: ManualEntry) {
    let outcome = Environment.ofRules.compile(entry.description.example).map { $0.evaluate([]) }
    let hasValue = if case .success(.success) = outcome { true } else { false }
    #expect(hasValue != ["parameter", "codes", "registered"].contains(entry.name))
  }
}

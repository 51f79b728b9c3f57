internal import Documents
internal import RulePacks

/// An example as a patch that people can read: what is changed in the sample, and what comes of it.
struct ExampleHTML {
  let example: RuleExample
  let wording: Wording
  let samples: [String: Document]

  /// Returns the example as an item of a list.
  func item(in pack: RulePack) -> HTML {
    HTML(.li, .class("whole")) {
      if example.set.isEmpty, example.remove.isEmpty {
        HTML(.p) { wording.sampleAsItIs }
      } else {
        HTML(.dl, .class("patch")) {
          for (pointer, value) in example.set { set(pointer, value, pack) }
          for pointer in example.remove { removed(pointer) }
        }
      }
      if !conditions.isEmpty {
        HTML(.p, .class("quiet small")) { HTML.joined(conditions, by: " · ") }
      }
    }
  }

  private func set(_ pointer: String, _ value: Node, _ pack: RulePack) -> HTML {
    .fragment([
      HTML(.dt) { HTML.code(pointer) },
      HTML(.dd) {
        shown(value)
        if let old = replaced(pointer, pack), old.isScalar, value.isScalar {
          HTML(.span, .class("quiet small")) {
            " \(wording.insteadOf) "
            HTML(.del) { HTML.code(old.text) }
          }
        }
      },
    ])
  }

  private func removed(_ pointer: String) -> HTML {
    .fragment([
      HTML(.dt) { HTML(.del) { HTML.code(pointer) } },
      HTML(.dd) { HTML(.em) { wording.removed } },
    ])
  }

  private func shown(_ value: Node) -> HTML {
    value.isScalar && value.kind != .literalScalar && value.kind != .foldedScalar
      ? .code(value.text) : HTML(.pre, .direction(.leftToRight)) { value.linesAsWritten }
  }

  /// What the sample holds at a place.
  private func replaced(_ pointer: String, _ pack: RulePack) -> Node? {
    let name = example.sample ?? pack.samples.values.sorted().first
    return name.flatMap { samples[$0] }?.root.node(at: pointer)
  }

  private var conditions: [HTML] {
    var conditions: [HTML] = []
    if let place = example.at { conditions.append(labelled(wording.shownAt, .code(place))) }
    if let day = example.asOf {
      conditions.append(labelled(wording.asOf, .day(day, wording.language)))
    }
    if let market = example.market {
      conditions.append(labelled(wording.market, .text(wording.market(market))))
    }
    if let sample = example.sample { conditions.append(labelled(wording.sample, .code(sample))) }
    return conditions
  }

  private func labelled(_ label: String, _ value: HTML) -> HTML {
    .fragment([.text("\(label) "), value])
  }
}

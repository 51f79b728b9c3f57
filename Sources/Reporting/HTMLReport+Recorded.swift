internal import Diagnostics
internal import Evaluation
internal import RulePacks

// Waivers, and how findings stand to an earlier report.

extension HTMLReport {
  /// That a finding is waived, why and until when; and whether it is new.
  @HTMLBuilder func recorded(_ finding: Finding) -> HTML {
    if let waiver = finding.waiver {
      HTML(.p, .class("waived note")) {
        prose(wording.waived(waiver, wouldFail: finding.verdict == .fails))
      }
    }
    state(finding.baselineState)
  }

  @HTMLBuilder private func state(_ state: BaselineState?) -> HTML {
    if let state {
      HTML(.p, .class("state small")) {
        chip(wording.baselineState(state), state == .new ? "warning" : "quiet")
      }
    }
  }

  /// What is wrong with waivers, the gravest first, and how often.
  @HTMLBuilder func waivers(_ result: SubmissionResult) -> HTML {
    let findings = result.waiverFindings
    if !findings.isEmpty {
      HTML(.section, .label("\(wording.waivers): \(result.path)"), .class("market")) {
        HTML(.p) { prose(wording.waiverCounts(findings)) }
        for finding in findings { article(finding) }
      }
    }
  }

  private func article(_ finding: WaiverFinding) -> HTML {
    HTML(
      .article, .class("rule"), .named("data-market", ""),
      .named("data-severity", finding.severity.rawValue), .named("data-topic", ""),
      .named("data-count", "1")
    ) {
      HTML(.h2) {
        HTML.code(finding.id)
        " "
        prose(wording.title(finding.kind))
      }
      HTML(.p, .class("chips")) {
        chip(wording.severityName(finding.severity), finding.severity.rawValue)
      }
      HTML(.ul, .class("findings")) {
        HTML(.li, .named("data-rule", finding.id)) {
          HTML(.p) { prose(wording.message(of: finding)) }
          state(finding.baselineState)
          lines(of: finding.place, named: false)
          HTML(.dl) {
            HTML(.dt) { wording.remedy }
            HTML(.dd) { prose(wording.remedy(finding.kind)) }
          }
        }
      }
    }
  }

  /// The findings of the baseline that are gone.
  @HTMLBuilder func fixed(_ result: SubmissionResult) -> HTML {
    if let fixed = result.fixed, !fixed.isEmpty {
      HTML(.section, .class("fixed")) {
        HTML(.h2) { prose(wording.count(wording.fixed, fixed.count)) }
        HTML(.ul) { for finding in fixed { HTML(.li) { prose(wording.fixed(finding)) } } }
      }
    }
  }
}

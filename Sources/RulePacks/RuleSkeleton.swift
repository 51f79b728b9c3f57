/// A rule to be filled in.
public struct RuleSkeleton: Sendable {
  private let id: String
  private let topic: String

  /// Creates the skeleton of a rule with an id and a topic.
  public init(id: String, topic: String) {
    self.id = id
    self.topic = topic
  }

  /// The rule as it is written under `rules:`, each blank in angle brackets.
  public var text: String {
    """
    # Fill in each <blank>; what is right may stay, and the comments may go.
    - id: \(id)
      topic: \(topic)
      title:                      # what is required, as a short sentence
        en: <title>
        ru: <заголовок>
        fa: <عنوان>
      severity: warning           # error | warning | note
      basis: recalled             # verified, if the text of the law was read | recalled
      confidence: medium          # high | medium | low; only a rule of high confidence may be an error
      decidable: automatic        # automatic | partly | by-hand, and then without `requires`
      citation: { act: <act> }    # an id in acts/; provision: "…" only where it was read
      # effective: { from: 2025-03-01, until: 2030-12-31 }   # not beyond its act
      applies: <condition>        # whom the law asks; leave it out for everybody
      # for: { study: 'stability.filter(s, s.type == "long-term")' }   # one verdict an element
      requires: <requirement>     # true when the requirement holds
      # place: submission.date    # where a finding is shown, if not at the first field that decided
      message:                    # what is wrong, with the values that decided it: {submission.date}
        en: <message>
        ru: <сообщение>
        fa: <پیام>
      remedy:                     # what would mend it
        en: <remedy>
        ru: <исправление>
        fa: <راه‌حل>
      examples:                   # patches on the sample; one on either side of each condition
        passes:
        - {}
        fails:
        - set: { <pointer>: <value> }
          at: <pointer>
        # undecided:
        # - remove: [ <pointer> ]
        # does-not-apply:
        # - set: { <pointer>: <value> }

    """
  }
}

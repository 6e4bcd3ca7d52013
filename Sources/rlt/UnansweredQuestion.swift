/// Why none of the trusts could answer.
///
/// A name of one trust may be unknown to the others: only where all fail, one message is told. That of
/// a trust which has the plan says more than that another has no such plan. Where a name is unknown
/// to all, what there is to choose from in any of them is told.
struct UnansweredQuestion {
  private var failure: Failure?
  private var isAboutPlan = false

  /// Notes what a trust had to say.
  mutating func note(_ failure: Failure, hasPlan: Bool) {
    if let both = self.failure?.joined(with: failure) {
      self.failure = both
      return
    }
    guard self.failure == nil || isAboutPlan && hasPlan else { return }
    self.failure = failure
    isAboutPlan = !hasPlan
  }

  /// Tells the message, where there is one.
  ///
  /// - Throws: The message.
  func tell() throws {
    if let failure { throw failure }
  }
}

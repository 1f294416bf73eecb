/// How many votes are still needed until a count that goes on is decided for certain.
///
/// Nobody is asked in vain: with fewer votes than are returned here nothing could be decided yet. The idea, though not
/// the certainty, is that of Aggarwal et al. (2023), arXiv:2305.11860.
public enum AdaptiveStop {
  /// Votes needed where the most of them win.
  ///
  /// - Parameters:
  ///   - lead: What the first is ahead of the second, in votes that weigh 1 at most.
  ///   - remaining: Votes not yet cast.
  /// - Returns: 0 where nobody can draw level any more; at most `remaining`.
  public static func votesNeeded(lead: Double, remaining: Int) -> Int {
    guard remaining > 0, lead <= Double(remaining) else { return 0 }
    return min(remaining, Int(((Double(remaining) - lead) / 2).rounded(.down)) + 1)
  }

  /// Votes needed where an answer wins by a number of votes alone.
  ///
  /// - Parameters:
  ///   - first: The votes of the first.
  ///   - required: How many votes are enough.
  ///   - remaining: Votes not yet cast.
  /// - Returns: 0 where the first has enough, and where nobody can have them any more; at most `remaining`.
  public static func votesNeeded(first: Int, required: Int, remaining: Int) -> Int {
    let toWin = required - first
    // Of the votes to come so many have to go elsewhere before it is out of reach.
    let toLose = remaining - toWin + 1
    return toWin <= 0 || toLose <= 0 ? 0 : min(remaining, toWin, toLose)
  }
}

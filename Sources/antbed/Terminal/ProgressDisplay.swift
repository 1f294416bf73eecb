import Experiments
import Foundation

/// Shows how far an experiment is: a bar on a terminal, otherwise a line every ten seconds.
final class ProgressDisplay {
  private let isInteractive: Bool
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  init(isInteractive: Bool) {
    self.isInteractive = isInteractive
  }

  func show(_ progress: ExperimentRunner.Progress) {
    let now = ContinuousClock.now
    let pause: Duration = isInteractive ? .milliseconds(100) : .seconds(10)
    let isLast = progress.left == 0
    if let lastShown, now - lastShown < pause, !isLast { return }
    if !isInteractive, lastShown == nil, !isLast {
      // The first line comes with the first news, not with the start.
      lastShown = now
      return
    }
    lastShown = now
    let text = text(progress, elapsed: now - start)
    if isInteractive {
      Terminal.writeError("\r\u{1B}[2K\(text.prefix(Terminal.columns - 1))")
    } else {
      Terminal.printError(text)
    }
  }

  /// Leaves the line of the bar, so that what follows begins on one of its own.
  func end() {
    if isInteractive, lastShown != nil { Terminal.writeError("\n") }
  }

  private func text(_ progress: ExperimentRunner.Progress, elapsed: Duration) -> String {
    let made = progress.done + progress.failed
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    var parts = ["\(progress.found + made)/\(progress.total) runs"]
    if progress.found > 0 { parts.append("\(progress.found) found done") }
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    if made > 0, seconds > 0 {
      parts.append(String(format: "%.0f runs/s", Double(made) / seconds))
      if progress.left > 0 { parts.append("\(time(Double(progress.left) * seconds / Double(made))) left") }
    }
    let share = progress.total == 0 ? 1 : Double(progress.found + made) / Double(progress.total)
    let filled = Int(share * 24)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    return isInteractive ? "\(bar) \(parts.joined(separator: ", "))" : parts.joined(separator: ", ")
  }

  private func time(_ seconds: Double) -> String {
    seconds < 90 ? String(format: "%.0f s", seconds) : String(format: "%.0f min", seconds / 60)
  }
}

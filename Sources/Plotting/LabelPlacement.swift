/// Finds places for labels beside their points, so that they hide neither points nor one another.
///
/// Greedy: each label takes the best of a fixed list of candidates, given what was placed before it. The same input
/// gives the same places.
struct LabelPlacement {
  typealias Position = (x: Double, y: Double)

  struct Label {
    /// The point that the label names.
    let x: Double
    let y: Double
    let width: Double
    let height: Double
  }

  struct Place {
    let box: Rectangle
    /// Which end of the text stands at the point: widths are estimates, and this end is right in every font.
    let alignment: GnuplotScript.Alignment
    /// A line that joins a label to a point far from it.
    let leader: (from: Position, to: Position)?
  }

  /// What no label leaves.
  let bounds: Rectangle
  /// What no label may hide: points and other text.
  let solid: [Rectangle]
  /// What a label should rather not cover: intervals and thin lines.
  let light: [Rectangle]

  /// Half the size of a symbol.
  static let symbol = 8.0
  private static let near = 11.0
  /// Distances beyond the nearest at which a label stands beside, above or below its point, without a leader.
  ///
  /// A leader there would lie on the interval and look like more of it.
  private static let beside = [20.0, 30, 42]
  /// Distances at which a label stands askew, with a leader.
  private static let askew = [24.0, 36, 50, 66, 84, 104, 128]
  private static let sides: [Position] = [(1, 0), (-1, 0), (0, -1), (0, 1)]
  private static let corners: [Position] = [(1, -1), (1, 1), (-1, -1), (-1, 1)]
  private static let slants: [Position] = corners + [(1, -0.3), (1, 0.3), (-1, -0.3), (-1, 0.3)]

  /// Returns a place for each label, in the order of the labels.
  func places(for labels: [Label]) -> [Place] {
    var taken: [Rectangle] = []
    return labels.map { label in
      let place = place(for: label, taken: taken)
      taken.append(place.box.grown(by: 2))
      taken += Self.dots(along: place.leader)
      return place
    }
  }

  private func place(for label: Label, taken: [Rectangle]) -> Place {
    let candidates = Self.candidates(for: label)
    var best = candidates[0]
    var least = Double.infinity
    for (place, penalty) in candidates {
      let cost = cost(of: place, label: label, taken: taken) + penalty
      guard cost < least else { continue }
      least = cost
      best = (place, penalty)
    }
    return best.place
  }

  /// All places of a label with what their distance costs, the preferred first.
  private static func candidates(for label: Label) -> [(place: Place, penalty: Double)] {
    var candidates: [(place: Place, penalty: Double)] = []
    for direction in [sides[0], corners[0], corners[1], sides[1], corners[2], corners[3], sides[2], sides[3]] {
      let distance = direction.x != 0 && direction.y != 0 ? symbol + 1 : near
      candidates.append((place(label, distance: distance, direction: direction, isJoined: false), 0))
    }
    for distance in beside {
      candidates += sides.map { (place(label, distance: distance, direction: $0, isJoined: false), distance) }
    }
    for distance in askew {
      candidates += slants.map { (place(label, distance: distance, direction: $0, isJoined: true), distance) }
    }
    return candidates
  }

  private func cost(of place: Place, label: Label, taken: [Rectangle]) -> Double {
    var cost = bounds.contains(place.box) ? 0 : 1e7
    for other in solid + taken { cost += 1e3 * place.box.overlap(with: other) }
    for other in light { cost += 3 * place.box.overlap(with: other) }
    let own = Rectangle(left: label.x, top: label.y, right: label.x, bottom: label.y).grown(by: Self.symbol)
    for dot in Self.dots(along: place.leader) {
      // The label's own symbol, and others in the same place, are where the leader begins.
      for other in solid + taken where other.overlap(with: own) == 0 { cost += 200 * dot.overlap(with: other) }
    }
    return cost
  }

  private static func place(
    _ label: Label, distance: Double, direction: Position, isJoined: Bool
  ) -> Place {
    let x = label.x + direction.x * (distance + label.width / 2)
    let y = label.y + direction.y * (distance + label.height / 2)
    let box = Rectangle(
      left: x - label.width / 2, top: y - label.height / 2, right: x + label.width / 2, bottom: y + label.height / 2)
    let alignment: GnuplotScript.Alignment = direction.x > 0 ? .left : direction.x < 0 ? .right : .center
    guard isJoined else { return Place(box: box, alignment: alignment, leader: nil) }
    // From the symbol's corner to the middle of the text's near end.
    let from = (x: label.x + direction.x * 7, y: label.y + direction.y * 7)
    let to = (x: label.x + direction.x * (distance - 3), y: label.y + direction.y * (distance + label.height / 2))
    return Place(box: box, alignment: alignment, leader: (from, to))
  }

  /// A leader as a row of small squares.
  private static func dots(along leader: (from: Position, to: Position)?) -> [Rectangle] {
    guard let leader else { return [] }
    return (0...12).map { step in
      let share = Double(step) / 12
      let x = leader.from.x + share * (leader.to.x - leader.from.x)
      let y = leader.from.y + share * (leader.to.y - leader.from.y)
      return Rectangle(left: x, top: y, right: x, bottom: y).grown(by: 1)
    }
  }
}

import Foundation
import Testing

@testable import Plotting

@Suite("Theme")
struct ThemeTests {
  private let styles = Theme.light.styles

  @Test("Eight architectures have eight colours and eight symbols")
  func distinct() {
    #expect(styles.count == 8)
    #expect(Set(styles.map(\.color)).count == 8)
    #expect(Set(styles.map { "\($0.shape) \($0.cross)" }).count == 8)
    #expect(Theme.light.style(at: 8) == styles[0])
  }

  @Test("Words in colour have a contrast of at least 4.5:1 on white")
  func contrast() {
    for shade in styles.map(\.shade) + [Theme.light.ink, Theme.light.muted] {
      #expect(1.05 / (Self.luminance(Self.linear(shade)) + 0.05) >= 4.5, "\(shade)")
    }
  }

  /// Matrices for full deficiency by Machado, Oliveira and Fernandes (2009), IEEE TVCG 15:1291–1298, table 1.
  private static let visions: [[[Double]]] = [
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
  ]

  @Test("The seventh and eighth colour stand clear of all others in every vision", arguments: 0..<4)
  func visions(vision: Int) {
    for later in styles.indices.dropFirst(6) {
      for earlier in 0..<later {
        let colors = [styles[later].color, styles[earlier].color].map { Self.lab($0, Self.visions[vision]) }
        let distance = zip(colors[0], colors[1]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
        #expect(distance > 20, "\(styles[later].color) and \(styles[earlier].color)")
      }
    }
  }

  private static func linear(_ color: String) -> [Double] {
    let digits = Array(color.dropFirst())
    return [0, 2, 4].map { index in
      let value = Double(Int(String(digits[index...(index + 1)]), radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  private static func luminance(_ color: [Double]) -> Double {
    0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]
  }

  private static func lab(_ color: String, _ vision: [[Double]]) -> [Double] {
    let raw = linear(color)
    let seen = vision.map { row in min(1, max(0, zip(row, raw).map(*).reduce(0, +))) }
    let x = 0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]
    let z = 0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]
    let f = [x / 0.95047, luminance(seen), z / 1.08883].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16.0 / 116 }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }
}

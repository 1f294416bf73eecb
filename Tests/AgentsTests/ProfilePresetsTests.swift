import Agents
import Testing

@Suite("Profile presets")
struct ProfilePresetsTests {
  @Test("They are sorted by name, each named once, each with a source")
  func list() {
    let names = ProfilePresets.all.map(\.name)
    #expect(names == names.sorted())
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z0-9][a-z0-9.]*(-[a-z0-9.]+)*/) != nil })
    #expect(ProfilePresets.all.allSatisfy { $0.source.hasSuffix(".") && $0.source.count > 40 })
    #expect(names.allSatisfy { ProfilePresets.named($0)?.name == $0 })
    #expect(ProfilePresets.named("nobody") == nil)
  }

  @Test("The default is the unchanged profile, under both its names", arguments: ["default", "modern-7b"])
  func standard(name: String) {
    #expect(ProfilePresets.named(name)?.profile == ModelProfile())
  }
}

extension ProfilePresets {
  /// Those that describe a kind of task, or a theory, and no particular model.
  static let theoretical: [ProfilePreset] = [
    ProfilePreset(
      "default",
      source: """
        modern-7b by its short name: a mid-sized instruction-tuned model on four-choice questions.
        """),
    ProfilePreset(
      "modern-7b",
      source: """
        Four-choice questions; accuracy 0.724 and error correlation 0.5 near the means of Qwen2.5-7B in Choi, Zhu and Li \
        (2025), arXiv:2508.17536; s = 2 and a pull of -0.15 follow the fall of accuracy over their rounds of debate.
        """),
    ProfilePreset(
      "neutral",
      source: """
        The theory of Choi, Zhu and Li (2025): s = 1 and no pull, so that the mean belief of debaters is a martingale.
        """
    ) { profile in
      profile.reading.priorStrength = 1
      profile.reading.correctPull = 0
    },
    ProfilePreset(
      "condorcet",
      source: """
        The jury theorem of Condorcet (1785): independent errors, accuracy 0.6, right or wrong and nothing else.
        """
    ) { profile in
      profile.correctness.accuracy = 0.6
      profile.correctness.errorCorrelation = 0
      profile.correctness.wrongAnswers = 1
    },
    ProfilePreset(
      "open-answers",
      source: """
        modern-7b on questions with 20 wrong answers in use: two wrong answers are the same in 14 % of cases, not in 60 %.
        """
    ) { $0.correctness.wrongAnswers = 20 },
    ProfilePreset(
      "hard-four-choice",
      source: """
        modern-7b on hard questions: accuracy 0.40 and error correlation 0.35, both chosen; the rest unchanged.
        """
    ) { profile in
      profile.correctness.accuracy = 0.4
      profile.correctness.errorCorrelation = 0.35
    },
  ]
}

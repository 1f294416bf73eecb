extension ProfilePresets {
  /// Those fitted to one row of a published table: they repeat that row, and are not unique in doing so.
  static let published: [ProfilePreset] = [
    ProfilePreset(
      "du-arithmetic",
      source: """
        Du et al. (2023), arXiv:2305.14325, arithmetic: one agent 0.67, majority of three 0.69, debate of three in two \
        rounds 0.818, reflection 0.721. Error correlation from the majority; agents who disagree work the task out \
        anew, better by 3 logits, since no selection among the answers given reaches 0.818.
        """
    ) { profile in
      profile.correctness.accuracy = 0.67
      profile.correctness.errorCorrelation = 0.77
      profile.correctness.wrongAnswers = 20
      profile.reading.priorStrength = 1
      profile.reading.ownWeight = 1
      profile.reading.correctPull = 1
      profile.reading.rederivation = 1
      profile.reading.rederivationGain = 3
      profile.reading.reflectionGain = 3.1
    },
    ProfilePreset(
      "du-gsm8k",
      source: """
        Du et al. (2023), arXiv:2305.14325, GSM8K: one agent 0.77, majority of three 0.81, debate of three in two rounds \
        0.85, reflection 0.75. Error correlation from the majority by quadrature, the pull of 4 from the debate by \
        simulation of 40,000 questions.
        """
    ) { profile in
      profile.correctness.accuracy = 0.77
      profile.correctness.errorCorrelation = 0.58
      profile.correctness.wrongAnswers = 20
      profile.reading.priorStrength = 1
      profile.reading.ownWeight = 1
      profile.reading.correctPull = 4
      profile.reading.reflectionGain = -0.6
    },
    ProfilePreset(
      "choi-qwen2.5-7b",
      source: """
        Choi, Zhu and Li (2025), arXiv:2508.17536, Qwen2.5-7B, mean of seven question sets: one agent 0.7205, vote of \
        five 0.7691, debate 0.7377 after two exchanges and 0.705 to 0.708 after five. Error correlation from the vote by \
        quadrature, s = 3 and a pull of -0.27 from the debates by simulation of 40,000 questions.
        """
    ) { profile in
      profile.correctness.accuracy = 0.7205
      profile.reading.priorStrength = 3
      profile.reading.correctPull = -0.27
    },
    ProfilePreset(
      "choi-llama3.1-8b",
      source: """
        Choi, Zhu and Li (2025), arXiv:2508.17536, Llama3.1-8B: vote of five 0.7242, best debate 0.6990. The error \
        correlation of Qwen2.5-7B is assumed; the accuracy of one agent, 0.675, follows from it and the vote.
        """
    ) { profile in
      profile.correctness.accuracy = 0.675
      profile.reading.priorStrength = 3
      profile.reading.correctPull = -0.15
    },
    ProfilePreset(
      "palm-540b-gsm8k",
      source: """
        Wang et al. (2023), arXiv:2203.11171, PaLM-540B on GSM8K: one path 0.565, 40 paths 0.744. Error correlation from \
        the 40 paths by quadrature.
        """
    ) { profile in
      profile.correctness.accuracy = 0.565
      profile.correctness.errorCorrelation = 0.516
      profile.correctness.wrongAnswers = 20
    },
    ProfilePreset(
      "llama2-13b-gsm8k",
      source: """
        Li et al. (2024), arXiv:2402.05120, Llama2-13B on GSM8K, numbers recalled and not checked: one sample 0.35, vote \
        of 40 0.59. Error correlation from the vote by quadrature.
        """
    ) { profile in
      profile.correctness.accuracy = 0.35
      profile.correctness.errorCorrelation = 0.325
      profile.correctness.wrongAnswers = 20
    },
  ]
}

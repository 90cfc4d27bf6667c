// The settings.
export const settings = {
  settings: {
    retention: "Records that need not be kept any more",
    retentionNone: "Nobody's records are past their time.",
    retentionText: "Nothing is erased by itself. Chart … on the patient's page erases.",
    retentionSince: (day: string) => `since ${day}`,
    title: "Settings",
    lead: "The clinic and its limits. Every change is an entry in the ledger.",
    save: "Save settings",
    saved: "Settings saved.",
    labels: {
      name: "Clinic's name",
      time_zone: "Time zone",
      isotretinoin_rule: "Isotretinoin rule",
      minimal_interval_days: "Shortest interval between sessions, days",
      minimal_interval_rf_days: "Shortest interval, radiofrequency, days",
      longest_interval_days: "Longest interval, days",
      acne_status_days: "An acne status counts for, days",
      filler_days: "Wait after a filler, days",
      botulinum_days: "Wait after botulinum, days",
      topical_retinoid_days: "Stop a topical retinoid before, days",
      absorption_hours: "Skin takes up more for, hours",
      precaution_hours: "Precautions last for, hours",
      questionnaire_score: "What a questionnaire scores",
      telephone: "Telephone that patients are told to call",
    } as Record<string, string>,
  },
};

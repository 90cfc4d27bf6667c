#include "app/clinical/safety/taken_medicines.h"

#include <algorithm>
#include <array>

#include "app/clinical/safety/finding_phrases.h"

namespace clinical {

namespace {

using schema::Condition;
using schema::ConditionKind;
using schema::OtherTreatment;
using schema::TreatmentKind;

struct OfCondition {
    ConditionKind condition{};
    MedicineClass kind{};
    bool is_topical = false;
};

constexpr std::array conditions_that_are_medicines{
    OfCondition{ConditionKind::isotretinoin, MedicineClass::isotretinoin, false},
    OfCondition{ConditionKind::anticoagulant, MedicineClass::anticoagulant, false},
    OfCondition{ConditionKind::topical_retinoid, MedicineClass::topical_retinoid, true},
};

// A gel of isotretinoin is a topical retinoid, and a capsule of tretinoin is none on the skin.
MedicineClass class_of(const MedicineNamed& named, bool is_topical) {
    if (is_topical && (named.kind == MedicineClass::isotretinoin ||
                       named.kind == MedicineClass::other_retinoid)) {
        return MedicineClass::topical_retinoid;
    }
    if (!is_topical && named.kind == MedicineClass::topical_retinoid) {
        return MedicineClass::other_retinoid;
    }
    return named.kind;
}

texts::Phrase name_of(const MedicineNamed& named) {
    return {named.is_guess ? "finding.medicine.guessed" : "finding.medicine.named",
            {{"name", named.as_written}, {"generic", named.generic}}};
}

class TakenMedicineReader {
  public:
    void read(std::string_view text,
              TreatmentKind kind,
              const Period& period,
              const RecordRef& record,
              bool keep_unknown) {
        const bool is_topical = kind == TreatmentKind::topical_medicine;
        const auto read = read_medicines(text);
        for (const auto& named : read.named) {
            add({.kind = class_of(named, is_topical),
                 .is_topical = is_topical,
                 .name = name_of(named),
                 .period = period,
                 .record = record});
        }
        if (!keep_unknown) {
            return;
        }
        for (const auto& unknown : read.unknown) {
            medicines_.unknown.push_back({.text = unknown, .period = period, .record = record});
        }
        if (read.named.empty() && read.unknown.empty()) {
            medicines_.unknown.push_back(
                {.text = std::string(text), .period = period, .record = record});
        }
    }
    // Two names of one class in one record are one finding.
    void add(TakenMedicine medicine) {
        const bool is_told = std::any_of(
            medicines_.taken.begin(), medicines_.taken.end(), [&](const TakenMedicine& other) {
                return other.kind == medicine.kind && other.record == medicine.record;
            });
        if (!is_told) {
            medicines_.taken.push_back(std::move(medicine));
        }
    }
    Medicines take() { return std::move(medicines_); }

  private:
    Medicines medicines_;
};

constexpr bool is_medicine(TreatmentKind kind) {
    return kind == TreatmentKind::oral_medicine || kind == TreatmentKind::topical_medicine ||
           kind == TreatmentKind::injection;
}

}  // namespace

Medicines medicines_of(const std::vector<Condition>& conditions,
                       const std::vector<OtherTreatment>& treatments) {
    TakenMedicineReader reader;
    for (const auto& condition : conditions) {
        const Period period{condition.from, condition.until};
        for (const auto& each : conditions_that_are_medicines) {
            if (condition.kind == each.condition) {
                reader.add({.kind = each.kind,
                            .is_topical = each.is_topical,
                            .name = phrase_of(condition.kind),
                            .period = period,
                            .record = reference_to(condition)});
            }
        }
        if (condition.kind == ConditionKind::other && condition.note) {
            reader.read(*condition.note,
                        TreatmentKind::oral_medicine,
                        period,
                        reference_to(condition),
                        false);
        }
    }
    for (const auto& treatment : treatments) {
        const bool is_other = treatment.kind == TreatmentKind::other;
        if (is_medicine(treatment.kind) || (is_other && treatment.name)) {
            reader.read(treatment.name.value_or(""),
                        treatment.kind,
                        {treatment.from, treatment.until},
                        reference_to(treatment),
                        true);
        }
    }
    return reader.take();
}

}  // namespace clinical

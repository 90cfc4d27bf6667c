#include "app/clinical/safety/allergies.h"

#include <algorithm>
#include <map>
#include <vector>

#include "app/clinical/safety/medicine_words.h"
#include "app/clinical/safety/substances.h"

namespace clinical {

namespace {

constexpr std::size_t letters_that_tolerate_a_slip = 6;

bool is_same_substance_word(const Word& a, const Word& b) {
    return a.key == b.key ||
           (std::min(a.key.size(), b.key.size()) >= letters_that_tolerate_a_slip &&
            is_one_slip(a.key, b.key));
}

// Its words one after the other.
bool holds_words(const std::vector<Word>& product, const std::vector<Word>& substance) {
    return std::search(product.begin(),
                       product.end(),
                       substance.begin(),
                       substance.end(),
                       is_same_substance_word) != product.end();
}

bool names_by_spelling(std::string_view product, std::string_view substance) {
    std::map<std::size_t, std::vector<Word>> substances;
    for (auto& word : words_of(substance)) {
        substances[word.part].push_back(std::move(word));
    }
    const auto words = words_of(product);
    return std::any_of(substances.begin(), substances.end(), [&](const auto& each) {
        return holds_words(words, each.second);
    });
}

// Whether one of either is alike.
template <class Alike>
bool any_alike(const SubstancesRead& product, const SubstancesRead& allergy, Alike is_alike) {
    return std::any_of(product.named.begin(), product.named.end(), [&](const Substance& a) {
        return std::any_of(allergy.named.begin(), allergy.named.end(), [&](const Substance& b) {
            return is_alike(a, b);
        });
    });
}

bool is_same(const Substance& a, const Substance& b) {
    return a == b;
}

// An amide is no PABA, nor is lidocaine of a type with a metal.
bool is_of_same_type(const Substance& a, const Substance& b) {
    return a.kind == b.kind && is_named_anaesthetic(a) &&
           a.kind != SubstanceClass::other_anaesthetic;
}

bool has_named_anaesthetic(const SubstancesRead& read) {
    return std::any_of(read.named.begin(), read.named.end(), &is_named_anaesthetic);
}

}  // namespace

bool names_substance(std::string_view product, std::string_view substance) {
    return names_by_spelling(product, substance) ||
           any_alike(substances_of(product), substances_of(substance), &is_same);
}

std::set<schema::ConditionKind> kinds_of_allergy(std::string_view substance) {
    std::set<schema::ConditionKind> kinds;
    for (const auto& each : substances_of(substance).named) {
        if (each.kind == SubstanceClass::metal) {
            kinds.insert(schema::ConditionKind::metal_allergy);
        } else if (each.kind == SubstanceClass::unnamed_anaesthetic) {
            kinds.insert(schema::ConditionKind::anaesthetic_allergy);
        } else if (each.kind == SubstanceClass::anaesthetic_risk || each.generic == "PABA") {
            kinds.insert(schema::ConditionKind::anaesthetic_risk);
        }
    }
    return kinds;
}

std::optional<AnaestheticAllergy> anaesthetic_allergy(std::string_view anaesthetic,
                                                      std::string_view substance) {
    if (names_substance(anaesthetic, substance)) {
        return AnaestheticAllergy::holds_it;
    }
    const auto product = substances_of(anaesthetic);
    const auto allergy = substances_of(substance);
    if (any_alike(product, allergy, &is_of_same_type)) {
        return AnaestheticAllergy::same_type;
    }
    const bool may_be_anaesthetic = has_named_anaesthetic(allergy) || !allergy.unknown.empty();
    if (may_be_anaesthetic && (!has_named_anaesthetic(product) || !product.unknown.empty())) {
        return AnaestheticAllergy::unread;
    }
    return has_named_anaesthetic(allergy) ? std::optional(AnaestheticAllergy::other_type)
                                          : std::nullopt;
}

}  // namespace clinical

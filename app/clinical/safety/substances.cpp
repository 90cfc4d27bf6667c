#include "app/clinical/safety/substances.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "app/clinical/safety/names_read.h"
#include "app/clinical/safety/substances/contact_substances.h"
#include "app/clinical/safety/substances/local_anaesthetics.h"
#include "app/clinical/safety/substances/skin_substances.h"

namespace clinical {

namespace {

// In the order of SubstanceClass.
constexpr std::array<std::span<const ListedMedicine>, 9> lists_by_class{amide_anaesthetics,
                                                                        ester_anaesthetics,
                                                                        other_anaesthetics,
                                                                        unnamed_anaesthetics,
                                                                        risks_of_anaesthetics,
                                                                        beside_anaesthetics,
                                                                        metals,
                                                                        skin_substances,
                                                                        contact_substances};

const MedicineIndex& index_of_substances() {
    static const MedicineIndex built{lists_by_class};
    return built;
}

}  // namespace

SubstancesRead substances_of(std::string_view text) {
    auto read = read_names(text, index_of_substances());
    SubstancesRead result;
    for (const auto& each : read.named) {
        const Substance substance{static_cast<SubstanceClass>(each.name->list),
                                  each.name->medicine->generic};
        if (std::find(result.named.begin(), result.named.end(), substance) == result.named.end()) {
            result.named.push_back(substance);
        }
    }
    result.unknown = std::move(read.unknown);
    return result;
}

bool is_named_anaesthetic(const Substance& substance) {
    return substance.kind == SubstanceClass::amide_anaesthetic ||
           substance.kind == SubstanceClass::ester_anaesthetic ||
           substance.kind == SubstanceClass::other_anaesthetic;
}

}  // namespace clinical

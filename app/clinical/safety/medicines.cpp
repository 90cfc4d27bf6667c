#include "app/clinical/safety/medicines.h"

#include <utility>

#include "app/clinical/safety/medicines/anticoagulants.h"
#include "app/clinical/safety/medicines/antiplatelets.h"
#include "app/clinical/safety/medicines/immunosuppressants.h"
#include "app/clinical/safety/medicines/nsaids.h"
#include "app/clinical/safety/medicines/photosensitisers.h"
#include "app/clinical/safety/medicines/retinoids.h"
#include "app/clinical/safety/names_read.h"

namespace clinical {

namespace {

constexpr std::array lists{isotretinoin_list,
                           other_retinoid_list,
                           topical_retinoid_list,
                           anticoagulant_list,
                           antiplatelet_list,
                           nsaid_list,
                           immunosuppressant_list,
                           photosensitiser_list};

const MedicineIndex& index() {
    static const auto built = [] {
        std::vector<std::span<const ListedMedicine>> all;
        for (const auto& list : lists) {
            all.push_back(list.medicines);
        }
        return MedicineIndex(all);
    }();
    return built;
}

}  // namespace

std::span<const MedicineList> medicine_lists() {
    return lists;
}

MedicinesRead read_medicines(std::string_view text) {
    auto read = read_names(text, index());
    MedicinesRead result;
    for (auto& each : read.named) {
        result.named.push_back({.kind = lists[each.name->list].kind,
                                .generic = std::string(each.name->medicine->generic),
                                .as_written = std::move(each.as_written),
                                .is_guess = each.is_guess});
    }
    result.unknown = std::move(read.unknown);
    return result;
}

}  // namespace clinical

#pragma once
// What a protocol says is put on after needling: "niacinamide=Serum 5 %; peptides".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/types/active.h"

namespace clinical {

struct ProtocolProduct {
    schema::Active active{};
    std::optional<std::string> product;

    bool operator==(const ProtocolProduct&) const = default;
};

// In their order. Nothing for a piece that names no active ingredient, or the same twice.
std::optional<std::vector<ProtocolProduct>> read_products(std::string_view text);

}  // namespace clinical

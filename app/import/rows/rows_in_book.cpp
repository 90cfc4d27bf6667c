#include "app/import/rows/rows_in_book.h"

#include <fmt/format.h>

#include "app/import/record_vocabulary.h"

namespace exchange {

namespace {

// Whether the row says anything of what differs.
bool is_said(const kinds::Difference& difference, const kinds::ConstRecord& row, const Plan& plan) {
    const auto& parts = row.kind().parts;
    if (difference.field == nullptr || !difference.key.empty()) {
        return parts->count(row.at()) > 0;
    }
    const auto& field = *difference.field;
    if (field.name == "chart") {
        return false;  // by which the record was found, spelled otherwise
    }
    if (field.facets.identity || field.facets.role == schema::Role::when) {
        return true;
    }
    const bool is_contact =
        field.name == "telephone" || field.name == "email" || field.name == "address";
    return (plan.find(field.name) != nullptr ||
            (is_contact && plan.find(contact_column) != nullptr)) &&
           !row.get(field).is_absent();
}

}  // namespace

std::vector<kinds::Difference> contradicted(const kinds::ConstRecord& there,
                                            const kinds::ConstRecord& row,
                                            const Plan& plan) {
    auto differences = kinds::differences(there, row);
    std::erase_if(differences, [&](const auto& each) { return !is_said(each, row, plan); });
    return differences;
}

std::string what_differs(const kinds::Kind& kind,
                         const std::vector<kinds::Difference>& differences) {
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(differences.size(), most); ++i) {
        const auto& each = differences[i];
        const auto said = [&](const void* side) {
            const auto value = kinds::text_of(kind, each, side);
            return value.empty() ? std::string("nothing") : value;
        };
        const bool is_confidential = each.field != nullptr && each.field->facets.confidential;
        text += (text.empty() ? "; " : ", ") + kinds::name_of(kind, each);
        text += is_confidential
                    ? " is another"
                    : fmt::format(" {} there, {} here", said(each.before), said(each.after));
    }
    return text + (differences.size() > most ? ", …" : "");
}

}  // namespace exchange

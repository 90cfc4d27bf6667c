#include "app/import/rows/row_groups.h"

namespace exchange {

void join_parts(const kinds::Record& first,
                std::size_t first_line,
                const kinds::ConstRecord& further,
                const CellPlace& place) {
    auto differences = kinds::differences(first, further);
    std::erase_if(differences, [](const kinds::Difference& each) {
        return each.field == nullptr || !each.key.empty();
    });
    if (!differences.empty()) {
        place.problems.push_back(schema::Problem{
            place.text(),
            fmt::format("differs from line {}, of the same patient and time{}",
                        first_line,
                        what_differs(first.kind(), differences)),
            fmt::format("make both say the same of one {0}, or give each {0} its own time of day",
                        first.kind().noun)}
                                     .as("row_differs", {{"line", static_cast<int>(first_line)}}));
        return;
    }
    const auto& parts = *first.kind().parts;
    for (std::size_t i = 0; i < parts.count(further.at()); ++i) {
        const auto* from = parts.at(further.at(), i);
        auto* to = parts.add(first.at());
        for (const auto& field : parts.fields) {
            field.set(to, field.get(from));
        }
        if (kinds::repeats_a_key(parts, first.at())) {
            const auto& key = parts.fields.front();
            place.problems.push_back(
                schema::Problem{place.text(),
                                fmt::format("{}: {} is given twice; line {} begins the same {}",
                                            parts.name,
                                            kinds::text_of(key, key.get(from)),
                                            first_line,
                                            first.kind().noun),
                                "give each place once, or each treatment its own time of day"}
                    .as("twice"));
            parts.remove_last(first.at());
        }
    }
}

}  // namespace exchange

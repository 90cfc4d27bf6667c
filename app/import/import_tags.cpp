#include "app/import/import_tags.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/import/record_vocabulary.h"
#include "app/text/utf8.h"
#include "db/records/tags.h"
#include "schema/types/folding.h"
#include "schema/types/text_bounds.h"

namespace exchange {

namespace {

// Groups are told apart by the same (app/progress/cohort/patient_group.h).
bool is_spelling_of(const std::string& label, const std::string& other) {
    return schema::identity(label) == schema::identity(other);
}

}  // namespace

ImportTags::ImportTags(ImportRun& run, const Plan& plan) : run_(run) {
    for (const auto& column : plan.columns) {
        if (column.spec.name.starts_with(tag_prefix)) {
            columns_.push_back(&column);
            keys_.push_back(column.spec.name.substr(tag_prefix.size()));
        }
    }
}

std::vector<ImportTags::Label> ImportTags::read(const CellReader& cells,
                                                const CsvRow& row,
                                                std::optional<Place> patient,
                                                const CellPlace& place) {
    std::vector<Label> labels;
    for (std::size_t key = 0; key < columns_.size(); ++key) {
        const auto& column = *columns_[key];
        auto value = cells.read(column, cell_of(column, row), place);
        if (!value || value->empty()) {
            continue;
        }
        schema::check_text("value", *value, place.text(column), place.problems);
        const auto known = patient ? kept_.find(id(*patient, key)) : kept_.end();
        if (known != kept_.end() && is_spelling_of(known->second.value, *value)) {
            *value = known->second.value;
        } else if (known != kept_.end()) {
            place.problems.push_back(schema::Problem{
                place.text(column),
                fmt::format("tag {}: {}, but line {} says {} of the same patient",
                            keys_[key],
                            excerpt(*value),
                            known->second.line,
                            excerpt(known->second.value)),
                "give a patient one value per tag; of scores label:KEY keeps what was on with "
                "each value"}
                                         .as("label_on_line",
                                             {{"label", keys_[key]},
                                              {"value", *value},
                                              {"line", static_cast<int>(known->second.line)},
                                              {"other", known->second.value}}));
        }
        const auto* there = patient ? in_book(*patient, key) : nullptr;
        if (there != nullptr && is_spelling_of(there->value, *value)) {
            *value = there->value;
        } else if (there != nullptr) {
            auto question = tag_question(*there, *value);
            question.reason +=
                fmt::format("; of scores label:{} keeps it with each value", keys_[key]);
            ask_row(run_, question, place);
        }
        labels.push_back({key, std::move(*value)});
    }
    return labels;
}

void ImportTags::keep(Place patient, const std::vector<Label>& labels, std::size_t line) {
    for (const auto& label : labels) {
        const auto* there = in_book(patient, label.key);
        if (there == nullptr || there->value != label.value) {
            kept_.try_emplace(id(patient, label.key), Kept{label.value, line});
        }
    }
}

const schema::Tag* ImportTags::in_book(Place patient, std::size_t key) {
    if (!run_.patients.is_stored(patient)) {
        return nullptr;
    }
    const auto [known, is_new] = in_book_.try_emplace(patient);
    if (is_new) {
        known->second = db::tags_of(run_.book, run_.patients.id(patient));
    }
    const auto found = std::find_if(known->second.begin(),
                                    known->second.end(),
                                    [&](const schema::Tag& tag) { return tag.key == keys_[key]; });
    return found == known->second.end() ? nullptr : &*found;
}

// In the order of the file, so that the same file gives the same ledger entry.
std::size_t ImportTags::write(db::Write& write, const ImportPatients& patients) const {
    std::vector<std::uint64_t> ids;
    ids.reserve(kept_.size());
    for (const auto& each : kept_) {
        ids.push_back(each.first);
    }
    std::sort(ids.begin(), ids.end());
    for (const auto id : ids) {
        schema::Tag tag;
        tag.patient = patients.id(static_cast<Place>(id >> 16U));
        tag.key = keys_[id & 0xFFFFU];
        tag.value = kept_.at(id).value;
        db::set_tag(write, tag);
    }
    return ids.size();
}

tracking::Question tag_question(const schema::Tag& there, const std::string& value) {
    return {
        schema::Fault::duplicate,
        there.key,
        fmt::format(
            "tag {} is {} in the book, not {}", there.key, excerpt(there.value), excerpt(value))};
}

}  // namespace exchange

#include "app/cli/commands/record_words.h"

#include <fmt/format.h>

#include "app/cli/terminal/display_text.h"
#include "app/json/record_json.h"
#include "app/tracking/restore.h"
#include "schema/kinds/correction.h"
#include "schema/kinds/record_text.h"

namespace cli {

std::vector<std::string> field_texts(const kinds::ConstRecord& record) {
    std::vector<std::string> texts{std::to_string(record.kept().id)};
    for (const auto& field : record.kind().fields) {
        if (!field.facets.bulky) {
            texts.push_back(kinds::text_of(field, record.get(field)));
        }
    }
    if (record.kind().parts) {
        texts.push_back(kinds::parts_text(record));
    }
    return texts;
}

std::string record_lines(const kinds::ConstRecord& record) {
    std::string lines;
    const auto line = [&](std::string_view name, const std::string& text) {
        if (!text.empty()) {
            lines +=
                fmt::format("  {}{}\n", pad_right(schema::spaced(name) + "  ", 18), one_line(text));
        }
    };
    for (const auto& field : record.kind().fields) {
        line(field.name, kinds::text_of(field, record.get(field)));
    }
    if (const auto& parts = record.kind().parts) {
        for (std::size_t i = 0; i < parts->count(record.at()); ++i) {
            line(parts->option, kinds::part_text(*parts, parts->at(record.at(), i)));
        }
    }
    return lines;
}

void print_correction(Invocation& call,
                      const kinds::Kept& kept,
                      const kinds::ConstRecord& before,
                      const kinds::ConstRecord& after,
                      const std::vector<OtherChange>& others) {
    if (call.json()) {
        auto json = exchange::correction_json(kept, before, after);
        for (const auto& [field, was, is] : others) {
            json["version"] = kept.version + 1;
            json["changes"].push_back(
                {{"part", nullptr}, {"field", field}, {"before", was}, {"after", is}});
        }
        call.io.out << exchange::json_text(json) << '\n';
        return;
    }
    const auto shown = [](const std::string& text) {
        return text.empty() ? std::string("nothing") : one_line(text);
    };
    const auto& kind = before.kind();
    std::string lines;
    for (const auto& one : kinds::differences(before, after)) {
        const auto value = [&](const void* side) { return shown(kinds::text_of(kind, one, side)); };
        lines += fmt::format("  {}  {} → {}\n",
                             schema::spaced(kinds::name_of(kind, one)),
                             value(one.before),
                             value(one.after));
    }
    for (const auto& [field, was, is] : others) {
        lines += fmt::format("  {}  {} → {}\n", field, shown(was), shown(is));
    }
    call.io.out << kept.id << '\n'
                << (lines.empty() ? "  nothing changed; nothing was written\n" : lines);
}

void say_voided(Invocation& call, const db::Book& book, const kinds::ConstRecord& record) {
    const auto& kind = record.kind();
    const bool of_patient = kind.owner == schema::Owner::patient;
    const auto which = of_patient ? std::to_string(record.kept().id)
                                  : static_cast<const schema::Patient*>(record.at())->chart;
    call.io.err << fmt::format("note: {} {} was {}\n",
                               kind.noun,
                               which,
                               one_line(tracking::voided_text(tracking::voiding_of(book, record))));
    if (!kind.made_by_program) {  // that comes back with what it was found for
        call.io.err << fmt::format(
            "try: needlebook {} restore {} --reason \"…\"\n", kind.noun, which);
    }
}

}  // namespace cli

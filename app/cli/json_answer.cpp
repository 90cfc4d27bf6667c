#include "app/cli/json_answer.h"

#include "app/json/json_value.h"
#include "app/json/phrase_json.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using Json = exchange::OrderedJson;

std::string_view title_of(schema::Fault fault) {
    switch (fault) {
        case schema::Fault::refused:
            return "refused";
        case schema::Fault::missing:
            return "not there";
        case schema::Fault::changed:
            return "changed meanwhile";
        case schema::Fault::forbidden:
            return "forbidden";
        case schema::Fault::implausible:
        case schema::Fault::duplicate:
        case schema::Fault::dependents:
            return "asked back";
        case schema::Fault::busy:
            return "busy";
        case schema::Fault::misused:
            return "misused";
        case schema::Fault::full:
            return "the disk is full";
        case schema::Fault::unavailable:
            return "unavailable";
        case schema::Fault::damaged:
            break;
    }
    return "damaged or not there";
}

}  // namespace

void print_json_answer(std::ostream& out,
                       const Command& command,
                       const std::string& printed,
                       std::int64_t entry) {
    auto lines = Json::array();
    for (std::size_t from = 0; from < printed.size();) {
        const auto end = std::min(printed.find('\n', from), printed.size());
        lines.push_back(printed.substr(from, end - from));
        from = end + 1;
    }
    out << exchange::json_text(Json{{"command", command.name()},
                                    {"entry", entry == 0 ? Json(nullptr) : Json(entry)},
                                    {"answer", std::move(lines)}})
        << '\n';
}

void print_json_error(std::ostream& out, const schema::Error& error, int exit_status) {
    const auto& problems = error.problems();
    Json json{{"title", title_of(error.fault())},
              {"detail", problems.empty() ? "" : problems.front().what},
              {"try", problems.empty() ? "" : problems.front().remedy},
              {"exit_status", exit_status},
              {"errors", Json::array()}};
    for (const auto& each : problems) {
        Json one{{"field", each.where},
                 {"detail", each.what},
                 {"try", each.remedy},
                 {"command", each.command.empty() ? Json(nullptr) : Json(each.command)}};
        exchange::add_told(one, each.told);
        json["errors"].push_back(std::move(one));
    }
    out << exchange::json_text(json) << '\n';
}

}  // namespace cli

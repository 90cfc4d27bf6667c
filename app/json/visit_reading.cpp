#include "app/json/visit_reading.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "app/json/record_reading.h"
#include "schema/kinds/kinds.h"

namespace exchange {

namespace {

using kinds::Kind;
using schema::Problem;

const Kind* kind_of_visit(std::string_view noun) {
    const auto kinds = kinds::of_patients();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& each) {
        return each.noun == noun && each.owner == schema::Owner::patient && !each.made_by_program;
    });
    return found == kinds.end() ? nullptr : &*found;
}

class VisitReader {
  public:
    explicit VisitReader(schema::Id<schema::Patient> patient) { read_.visit.patient = patient; }

    void read(const std::string& name, const OrderedJson& value) {
        if (name == "reason" || name == "confirm") {
            return;
        }
        const auto* kind = kind_of_visit(name);
        if (kind == nullptr) {
            add({name, "is not known here", "give records by the nouns of their kinds: acne"});
        } else if (value.is_array()) {
            for (std::size_t i = 0; i < value.size(); ++i) {
                read_one(*kind, fmt::format("{}/{}", name, i), value[i]);
            }
        } else if (!value.is_null()) {
            read_one(*kind, name, value);
        }
    }
    ReadVisit take() { return std::move(read_); }

  private:
    void add(Problem problem) { read_.problems.push_back(std::move(problem)); }

    void read_one(const Kind& kind, const std::string& name, const OrderedJson& object) {
        if (!object.is_object()) {
            add({name,
                 "is not an object",
                 fmt::format("give {} as its own POST takes it", kind.noun)});
            return;
        }
        tracking::OfVisit one{.name = name, .record = kinds::blank(kind)};
        std::vector<Problem> problems;
        OtherMembers others;
        if (kind.steps.gate) {
            others.push_back("overrides");
        }
        set_members(object, others, one.record, problems);
        require_members(object, kind, problems);
        if (kind.steps.gate) {
            read_overrides(object, problems);
            read_.session_is_whole = problems.empty();
        }
        one.joins_session =
            kind.noun == kinds::of<schema::Application>().noun && !object.contains("session");
        for (auto& problem : problems) {
            add(tracking::within_visit(one, std::move(problem)));
        }
        if (problems.empty()) {
            read_.visit.records.push_back(std::move(one));
        }
    }

    void read_overrides(const OrderedJson& object, std::vector<Problem>& problems) {
        try {
            read_.visit.overrides = overrides_in(object);
        } catch (const schema::Error& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }

    ReadVisit read_;
};

}  // namespace

ReadVisit read_visit(const OrderedJson& body, schema::Id<schema::Patient> patient) {
    VisitReader reader(patient);
    for (const auto& [name, value] : body.items()) {
        reader.read(name, value);
    }
    return reader.take();
}

tracking::Overrides overrides_in(const OrderedJson& object) {
    tracking::Overrides overrides;
    std::vector<Problem> problems;
    const auto given = object.find("overrides");
    if (given == object.end() || given->is_null()) {
        return overrides;
    }
    if (!given->is_object()) {
        throw schema::refused("overrides", "is not an object", "give {\"RULE\": \"reason\"}");
    }
    for (const auto& [rule, reason] : given->items()) {
        if (reason.is_string()) {
            overrides.emplace(rule, reason.get<std::string>());
        } else {
            problems.push_back(
                {"overrides." + rule, "is not a text", "give the reason in a sentence"});
        }
    }
    schema::refuse_any(std::move(problems));
    return overrides;
}

}  // namespace exchange
